package chat.parley.views.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the people found.
 *
 * @param next opaque, to ask for the next page with; null at the end
 */
public record DirectoryPage(
        List<DirectoryEntry> entries, @Nullable String next) {

    public DirectoryPage {
        entries = List.copyOf(entries);
    }
}
