package chat.parley.query.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Opaque; given back as ?cursor= for the following part. Null at the end.") @Nullable
        String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that is never continued. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
