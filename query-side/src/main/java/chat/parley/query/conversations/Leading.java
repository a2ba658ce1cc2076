package chat.parley.query.conversations;

import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.membership.MembershipHistory;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;

/** Who leads a group: its owners and admins. */
final class Leading {

    private Leading() {}

    /** @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, or {@link Reason#NOT_PERMITTED} to a member who does not */
    static void require(MembershipHistory stays, UserId user) {
        MemberRole role = stays.roleOf(user).orElseThrow(() -> new Refused(Reason.CONVERSATION_UNKNOWN));
        if (role == MemberRole.MEMBER) {
            throw new Refused(Reason.NOT_PERMITTED);
        }
    }
}
