package chat.parley.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The watermarks are at least where they were asked to be, but for those refused.
 *
 * @param position the highest that was recorded for them; a reader who waits for it sees all of them. 0 where all were refused
 * @param refused one entry for each conversation whose watermarks were not moved; left out where there is none
 */
public record CursorsMoved(
        long position,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CursorRefused> refused) {

    public CursorsMoved {
        refused = refused == null ? List.of() : List.copyOf(refused);
    }
}
