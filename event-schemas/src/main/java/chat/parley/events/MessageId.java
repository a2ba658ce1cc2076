package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The id of a message, chosen by the sending client (UUIDv7). It is an idempotency key, and says nothing about order or
 * time.
 */
public record MessageId(@JsonValue UUID value) {

    private static final int VERSION = 7;
    private static final int RFC_9562 = 2;

    @JsonCreator
    public static MessageId of(String value) {
        return new MessageId(CanonicalUuid.parse(value));
    }

    /** Whether a client may choose it; ids in the log are not checked. */
    public boolean isVersion7() {
        return value.version() == VERSION && value.variant() == RFC_9562;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
