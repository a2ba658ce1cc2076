package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One event log; it is the {@code source} of every event the log holds. */
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
