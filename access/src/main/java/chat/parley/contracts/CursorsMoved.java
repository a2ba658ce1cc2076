package chat.parley.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The watermarks are at least as far as requested, except those refused.
 *
 * @param position of the newest event that recorded them; a reader who waits for it sees all of them. 0 if all were refused
 * @param refused one entry for each conversation whose watermarks were not moved; absent if there is none
 */
public record CursorsMoved(
        long position,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CursorRefused> refused) {

    public CursorsMoved {
        refused = refused == null ? List.of() : List.copyOf(refused);
    }
}
