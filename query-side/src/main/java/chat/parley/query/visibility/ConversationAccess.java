package chat.parley.query.visibility;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.membership.VisibleSequences;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.springframework.stereotype.Component;

/** Refuses a conversation to whom it is not, in the same words whether there is one or not. */
@Component
public class ConversationAccess {

    private final Memberships memberships;

    public ConversationAccess(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * What of the conversation this person may read.
     *
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN} where that is nothing
     */
    public VisibleSequences visible(ConversationId conversation, UserId viewer) {
        VisibleSequences visible = memberships.of(conversation, viewer).visibleTo(viewer);
        if (visible.nothing()) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        return visible;
    }
}
