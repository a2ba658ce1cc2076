package chat.parley.command.conversation.closegroup;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupClosed;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import java.util.Optional;

/** Close a group for good: it is read from then on, and nothing happens in it. */
public record CloseGroup(ConversationId conversation, UserId asker) implements GroupChange {

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRole(asker, MemberRole.OWNER);
        return roster.isClosed() ? Optional.empty() : Optional.of(new GroupClosed(conversation, asker));
    }
}
