package chat.parley.infrastructure;

import java.nio.file.Path;

/** Another process uses the data folder. */
public final class DataFolderInUse extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DataFolderInUse(Path folder, String owner) {
        super("The data folder %s is in use by another Parley%s. Stop that one first, or choose another folder."
                .formatted(folder, owner.isBlank() ? "" : " (process " + owner + ")"));
    }
}
