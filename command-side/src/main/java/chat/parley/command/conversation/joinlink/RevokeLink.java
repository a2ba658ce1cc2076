package chat.parley.command.conversation.joinlink;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.JoinLinkId;
import chat.parley.events.JoinLinkRevoked;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import java.util.Optional;

/** Let nobody join a group by this link any more. */
public record RevokeLink(ConversationId conversation, UserId asker, JoinLinkId link) implements GroupChange {

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRole(asker, MemberRole.ADMIN);
        return roster.hasLink(link) ? Optional.of(new JoinLinkRevoked(conversation, link, asker)) : Optional.empty();
    }
}
