package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a preview of a page, chosen by the service that looked at the page. */
public record LinkPreviewId(@JsonValue UUID value) {

    @JsonCreator
    public static LinkPreviewId of(String value) {
        return new LinkPreviewId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
