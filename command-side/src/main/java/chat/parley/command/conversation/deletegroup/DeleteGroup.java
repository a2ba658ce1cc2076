package chat.parley.command.conversation.deletegroup;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupDeleted;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Comparator;
import java.util.Optional;

/** Delete a closed group for good: nobody is in it any more, and it is forgotten. */
public record DeleteGroup(ConversationId conversation, UserId asker) implements GroupChange {

    @Override
    public boolean needsOpenGroup() {
        return false;
    }

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRole(asker, MemberRole.OWNER);
        if (!roster.isClosed()) {
            throw new Refused(Reason.GROUP_OPEN);
        }
        return Optional.of(new GroupDeleted(
                conversation,
                roster.members().stream()
                        .sorted(Comparator.comparing(UserId::value))
                        .toList(),
                asker));
    }
}
