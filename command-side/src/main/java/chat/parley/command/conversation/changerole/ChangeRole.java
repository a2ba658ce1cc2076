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

/** Give a member another role, or oneself a lower one. Nobody gives more than they have. */
public record ChangeRole(ConversationId conversation, UserId asker, UserId member, MemberRole role)
        implements GroupChange {

    @Override
    public Optional<ConversationEvent> decided(Roster roster) {
        roster.requireRole(asker, MemberRole.ADMIN);
        MemberRole present = roster.roleOf(member);
        if (present == null) {
            throw new Refused(Reason.MEMBER_UNKNOWN);
        }
        if (present == role) {
            return Optional.empty();
        }
        roster.requireRole(asker, role);
        if (!member.equals(asker)) {
            roster.requireAbove(asker, member);
        }
        roster.requireAnotherOwnerThan(member);
        return Optional.of(new RolesChanged(conversation, List.of(new GroupMember(member, role)), asker));
    }
}
