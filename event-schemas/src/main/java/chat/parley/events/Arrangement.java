package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How someone has a conversation in their own list.
 *
 * @param mutedUntil until when what is said there does not call for them; null if it does
 * @param news of what they want to be told; null for all of it
 * @param pinned whether it stands above the others
 * @param archived whether it is put away
 * @param favourite whether it is one of their favourites
 * @param unread whether they marked it as unread, whatever they have read of it
 */
public record Arrangement(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant mutedUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NewsWanted news,
        boolean pinned,
        boolean archived,
        boolean favourite,
        boolean unread) {

    /** Of a conversation that its member has not arranged. */
    public static final Arrangement NONE = new Arrangement(null, null, false, false, false, false);
}
