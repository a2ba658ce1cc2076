package chat.parley.query.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next opaque; given back as {@code ?cursor=} for the following part, null at the end
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
