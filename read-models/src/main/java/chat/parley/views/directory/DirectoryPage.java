package chat.parley.views.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the people found.
 *
 * @param next what to ask for the following page with; null at the end. Opaque
 */
public record DirectoryPage(
        List<DirectoryEntry> entries, @Nullable String next) {

    public DirectoryPage {
        entries = List.copyOf(entries);
    }
}
