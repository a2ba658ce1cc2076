package chat.parley.command.conversation.call;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Answer a call, or end it.
 *
 * @param asker one of the two; the one who called where nobody asks
 * @param noted whether how long it lasted is told: not where one of the two blocks the other
 */
public record ChangeCall(
        ConversationId conversation, MessageId call, UserId asker, Step step, Instant now, boolean noted) {

    /** What happens to it. */
    public enum Step {
        ANSWER,
        /** Hang up, decline or give up, as it stands. */
        HANG_UP,
        /** The devices did not reach each other. */
        FAIL,
        /** Nobody answered in time. */
        MISS,
        /** The one who called was not heard of any more while it rang. */
        GIVE_UP,
        /** A device was not heard of any more. */
        LOSE
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
