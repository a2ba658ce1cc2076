package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Chosen by the client that sends (UUIDv7): an idempotency key, never an order and never a time. */
public record MessageId(@JsonValue UUID value) {

    @JsonCreator
    public static MessageId of(String value) {
        return new MessageId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
