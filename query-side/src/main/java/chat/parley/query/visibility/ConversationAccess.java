package chat.parley.query.visibility;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.VisibleSequences;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** The one place that decides what a person may see of which conversation; every answer about one goes through it. */
@Component
public class ConversationAccess {

    private final Memberships memberships;

    public ConversationAccess(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * What of the conversation this person may see.
     *
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN} to whom it is not, whether there is such a conversation or not
     */
    public VisibleSequences visible(ConversationId conversation, UserId viewer) {
        VisibleSequences visible = visibleOrNothing(conversation, viewer);
        if (visible.nothing()) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        return visible;
    }

    /** The same for an answer that goes through many conversations, which one may have left meanwhile. */
    public VisibleSequences visibleOrNothing(ConversationId conversation, UserId viewer) {
        return memberships.visibleTo(conversation, viewer);
    }

    /** The conversations this person is in now, and so those whose newest event this person may see. */
    public List<ConversationId> conversationsOf(UserId viewer) {
        return memberships.conversationsOf(viewer);
    }

    /** Everyone present; for those who may see the conversation. */
    public List<UserId> membersOf(ConversationId conversation) {
        return memberships.membersOf(conversation);
    }

    /** The people who are to be told of an event in a conversation, those present who may see it. */
    public List<UserId> audienceOf(ConversationId conversation, long sequence) {
        return membersOf(conversation).stream()
                .filter(member -> visibleOrNothing(conversation, member).includes(sequence))
                .toList();
    }
}
