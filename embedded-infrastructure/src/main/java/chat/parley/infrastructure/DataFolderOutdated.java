package chat.parley.infrastructure;

import java.nio.file.Path;

/** The data was written by an earlier version, in forms this one does not read. */
public final class DataFolderOutdated extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DataFolderOutdated(Path folder) {
        super(
                "The data in %s was written by an earlier version of Parley and cannot be read by this one. Start with an empty data folder: move this one away, or name another with PARLEY_DATA."
                        .formatted(folder));
    }
}
