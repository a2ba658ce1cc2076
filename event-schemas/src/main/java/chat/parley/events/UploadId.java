package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an uploaded file, chosen by the sending client. What was uploaded is below its owner's id in the object store. */
public record UploadId(@JsonValue UUID value) {

    @JsonCreator
    public static UploadId of(String value) {
        return new UploadId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
