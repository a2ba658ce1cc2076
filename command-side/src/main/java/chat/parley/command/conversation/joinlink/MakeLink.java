package chat.parley.command.conversation.joinlink;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.JoinLinkId;
import chat.parley.events.JoinLinkMade;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Make a link by which people join a group. */
public record MakeLink(
        ConversationId conversation,
        UserId asker,
        JoinLinkId link,
        @Nullable Integer uses,
        @Nullable Instant until,
        boolean approval)
        implements GroupChange {

    private static final int MOST_LINKS = 20;

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRole(asker, MemberRole.ADMIN);
        if (roster.hasLink(link)) {
            return Optional.empty();
        }
        if (roster.links() >= MOST_LINKS) {
            throw new Refused(Reason.TOO_MANY_LINKS);
        }
        return Optional.of(new JoinLinkMade(conversation, link, asker, uses, until, approval ? true : null));
    }
}
