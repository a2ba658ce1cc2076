package chat.parley.log.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One erasure. Whoever knows the id may see how far it has come: it is random, and names nobody. */
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
