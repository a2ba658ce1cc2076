package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a link by which people join a group. It is no secret: the link itself holds a digest of it that only the service can compute. */
public record JoinLinkId(@JsonValue UUID value) {

    @JsonCreator
    public static JoinLinkId of(String value) {
        return new JoinLinkId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
