package chat.parley.views.presence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One run of one gateway process. */
public record NodeId(@JsonValue UUID value) {

    @JsonCreator
    public static NodeId of(String value) {
        return new NodeId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
