package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A person with an account. */
public record UserId(@JsonValue UUID value) {

    /** Nobody's id: in a mention it stands for all members of the group. */
    public static final UserId EVERYONE = new UserId(new UUID(0, 0));

    @JsonCreator
    public static UserId of(String value) {
        return new UserId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
