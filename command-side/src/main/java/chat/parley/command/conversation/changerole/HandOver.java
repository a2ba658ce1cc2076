package chat.parley.command.conversation.changerole;

import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.Roster;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupMember;
import chat.parley.events.MemberRole;
import chat.parley.events.RolesChanged;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Optional;

/** An owner makes another member the owner and becomes an admin, both at once. */
public record HandOver(ConversationId conversation, UserId asker, UserId successor) implements GroupChange {

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRole(asker, MemberRole.OWNER);
        if (!roster.isIn(successor)) {
            throw new Refused(Reason.MEMBER_UNKNOWN);
        }
        return successor.equals(asker)
                ? Optional.empty()
                : Optional.of(new RolesChanged(
                        conversation,
                        List.of(new GroupMember(successor, MemberRole.OWNER), new GroupMember(asker, MemberRole.ADMIN)),
                        asker));
    }
}
