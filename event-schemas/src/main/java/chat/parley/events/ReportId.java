package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of what a member of a group reports of another: the same for the same report by the same member. */
public record ReportId(@JsonValue UUID value) {

    @JsonCreator
    public static ReportId of(String value) {
        return new ReportId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
