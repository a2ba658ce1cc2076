package chat.parley.query.visibility;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.membership.VisibleSequences;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.springframework.stereotype.Component;

/** Refuses a conversation to strangers, with the same answer whether or not it exists. */
@Component
public class ConversationAccess {

    private final Memberships memberships;

    public ConversationAccess(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * The sequences of the conversation that this person may read.
     *
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN} if there are none
     */
    public VisibleSequences visible(ConversationId conversation, UserId viewer) {
        VisibleSequences visible = memberships.of(conversation, viewer).visibleTo(viewer);
        if (visible.nothing()) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        return visible;
    }
}
