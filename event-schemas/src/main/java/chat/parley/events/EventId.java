package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One event in one log. */
public record EventId(@JsonValue UUID value) {

    @JsonCreator
    public static EventId of(String value) {
        return new EventId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
