package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The details of a group.
 *
 * @param name 1 to 100 code points after Unicode normalization to NFC
 * @param about what it is for, up to 500 code points; null if nobody has said so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupDetails(String name, @Nullable String about) {

    /** Of a group that nobody has described. */
    public GroupDetails(String name) {
        this(name, null);
    }
}
