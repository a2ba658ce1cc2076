package chat.parley.log.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an erasure. Whoever knows it may see its progress; it is random and identifies nobody. */
public record ErasureId(@JsonValue UUID value) {

    @JsonCreator
    public static ErasureId of(String value) {
        return new ErasureId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
