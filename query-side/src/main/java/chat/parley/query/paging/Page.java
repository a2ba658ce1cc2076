package chat.parley.query.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next opaque; sent back as {@code ?cursor=} for the next page, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that is never continued. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
