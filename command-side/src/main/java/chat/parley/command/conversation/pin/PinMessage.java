package chat.parley.command.conversation.pin;

import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Pin a message, or pin it no more.
 *
 * @param sequence of the message in its conversation
 * @param message as the log holds it: its number never changes
 * @param pinned whether it is to be pinned
 * @param now when it is decided
 */
public record PinMessage(UserId asker, long sequence, SentMessage message, boolean pinned, Instant now) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return message.stream();
    }
}
