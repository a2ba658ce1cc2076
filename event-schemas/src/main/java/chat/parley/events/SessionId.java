package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a session: one sign-in on one device. */
public record SessionId(@JsonValue UUID value) {

    @JsonCreator
    public static SessionId of(String value) {
        return new SessionId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
