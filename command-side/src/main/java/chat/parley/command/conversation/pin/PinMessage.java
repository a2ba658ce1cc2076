package chat.parley.command.conversation.pin;

import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Pin a message, or pin it no more.
 *
 * @param sequence of the message in its conversation
 * @param message as the log holds it: its number never changes
 * @param pinned whether it is to be pinned
 */
public record PinMessage(UserId asker, long sequence, SentMessage message, boolean pinned) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return message.stream();
    }
}
