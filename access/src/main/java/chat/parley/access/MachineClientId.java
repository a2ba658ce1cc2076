package chat.parley.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a machine client: a program that calls in its own name. */
public record MachineClientId(@JsonValue UUID value) {

    /** The operator, whose secret is configured. It creates all other clients. */
    public static final MachineClientId OPERATOR = new MachineClientId(new UUID(0, 0));

    private static final int LENGTH = 36;

    @JsonCreator
    public static MachineClientId of(String value) {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return new MachineClientId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
