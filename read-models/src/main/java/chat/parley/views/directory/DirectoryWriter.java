package chat.parley.views.directory;

import chat.parley.events.UserId;
import chat.parley.views.Checkpoint;
import java.util.List;

/** Writes the directory; only projections do. */
public interface DirectoryWriter {

    /** Writes entries as they were after some events, and nothing else; an older one never replaces a newer one. */
    void write(List<DirectoryEntry> entries);

    /**
     * Erases someone's names for good: events older than the position, whenever they arrive, do not bring them back.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    void forget(UserId user, long position);

    /**
     * Writes the entries and moves the queue's checkpoint, both or neither.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    void write(List<DirectoryEntry> entries, int queue, Checkpoint reached);

    /**
     * The checkpoints of the written generation; different from those of the one that is read, see {@link
     * chat.parley.views.ViewSettings}.
     */
    DirectoryCheckpoints checkpoints();
}
