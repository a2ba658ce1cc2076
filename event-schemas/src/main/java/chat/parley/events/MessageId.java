package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Chosen by the client that sends (UUIDv7): an idempotency key, never an order and never a time. */
public record MessageId(@JsonValue UUID value) {

    private static final int VERSION = 7;
    private static final int RFC_9562 = 2;

    @JsonCreator
    public static MessageId of(String value) {
        return new MessageId(CanonicalUuid.parse(value));
    }

    /** Whether it is what a client is to choose; not asked of ids that are in the log. */
    public boolean isVersion7() {
        return value.version() == VERSION && value.variant() == RFC_9562;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
