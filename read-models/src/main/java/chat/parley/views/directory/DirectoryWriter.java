package chat.parley.views.directory;

import chat.parley.events.UserId;
import chat.parley.views.Checkpoint;
import java.util.List;

/** Writes the directory; only projections do. */
public interface DirectoryWriter {

    /** Writes the changes and nothing else. */
    void write(List<DirectoryChange> changes);

    /**
     * Erases someone's names for good: events older than the position, whenever they arrive, do not bring them back.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    void forget(UserId user, long position);

    /**
     * Writes the changes and moves the queue's checkpoint, both or neither.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    void write(List<DirectoryChange> changes, int queue, Checkpoint reached);

    /**
     * The checkpoints of the written generation; different from those of the one that is read, see {@link
     * chat.parley.views.ViewSettings}.
     */
    DirectoryCheckpoints checkpoints();
}
