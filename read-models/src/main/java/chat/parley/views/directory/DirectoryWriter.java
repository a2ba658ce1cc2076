package chat.parley.views.directory;

import java.util.List;

/** Writes the directory; only projections do. */
public interface DirectoryWriter {

    /** Writes the changes and nothing else. */
    void write(List<DirectoryChange> changes);

    /**
     * Writes the changes and moves the queue's checkpoint, both or neither.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    void write(List<DirectoryChange> changes, int queue, long reached);
}
