package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an event log, which is the {@code source} of each of its events. */
public record LogId(@JsonValue UUID value) {

    @JsonCreator
    public static LogId of(String value) {
        return new LogId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
