package chat.parley.command.conversation;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.MembershipPeriod;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** The owners and admins of groups, as of now. */
@Component
public class LeadingMembers {

    /** Of those who lead a group, who is told as it happens; the others see it when they look. */
    private static final int MOST_TOLD = 100;

    private final Memberships memberships;

    LeadingMembers(Memberships memberships) {
        this.memberships = memberships;
    }

    public List<UserId> of(ConversationId group) {
        return memberships.of(List.of(group)).getOrDefault(group, MembershipHistory.NONE).all().stream()
                .filter(stay -> stay.isPresent() && stay.role() != MemberRole.MEMBER)
                .map(MembershipPeriod::member)
                .limit(MOST_TOLD)
                .toList();
    }

    /** @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, or {@link Reason#NOT_PERMITTED} to a member who neither owns nor administers it */
    public void require(ConversationId group, UserId user) {
        if (roleOf(group, user) == MemberRole.MEMBER) {
            throw new Refused(Reason.NOT_PERMITTED);
        }
    }

    /** @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, or {@link Reason#NOT_A_GROUP} */
    public void requireGroupOf(ConversationId group, UserId user) {
        roleOf(group, user);
        if (DirectConversation.is(group)) {
            throw new Refused(Reason.NOT_A_GROUP);
        }
    }

    private MemberRole roleOf(ConversationId group, UserId user) {
        return memberships.of(group, user).roleOf(user).orElseThrow(() -> new Refused(Reason.CONVERSATION_UNKNOWN));
    }
}
