package chat.parley.contracts;

import chat.parley.events.MessageId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A request to send a message.
 *
 * @param message a UUIDv7 chosen by the author's client; a repetition is recognized by it for ever
 * @param text 1 to 2,000 characters
 * @param replyTo the sequence of the message of the same conversation that this one answers, or null
 */
public record NewMessage(
        @Required MessageId message,
        @Required String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replyTo) {

    /** A message that answers none. */
    public NewMessage(MessageId message, String text) {
        this(message, text, null);
    }
}
