package chat.parley.query.conversations;

import chat.parley.events.Arrangement;
import chat.parley.events.NewsWanted;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one has a conversation in one's list.
 *
 * @param mutedUntil absent where it was not muted
 * @param news of what one wants to be told; absent for all of it
 * @param asOf the position of the event that says so
 */
record ArrangementView(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant mutedUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NewsWanted news,
        boolean pinned,
        boolean archived,
        boolean favourite,
        boolean unread,
        long asOf) {

    static ArrangementView of(Arrangement held, long position) {
        return new ArrangementView(
                held.mutedUntil(),
                held.news(),
                held.pinned(),
                held.archived(),
                held.favourite(),
                held.unread(),
                position);
    }
}
