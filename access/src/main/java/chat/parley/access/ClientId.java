package chat.parley.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A program that asks in its own name, not for a person. */
public record ClientId(@JsonValue UUID value) {

    /** The operator, whose secret is configured; all other clients are made by it or by one of its scope. */
    public static final ClientId OPERATOR = new ClientId(new UUID(0, 0));

    private static final int LENGTH = 36;

    @JsonCreator
    public static ClientId of(String value) {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return new ClientId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
