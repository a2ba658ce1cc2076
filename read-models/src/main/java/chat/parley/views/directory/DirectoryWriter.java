package chat.parley.views.directory;

import chat.parley.events.UserId;
import chat.parley.views.Checkpoint;
import java.util.List;

/** Writes the directory; only projections do. */
public interface DirectoryWriter {

    /** Writes the changes and nothing else. */
    void write(List<DirectoryChange> changes);

    /**
     * Forgets someone's names, for good: what is older than the position, whenever it comes, does not bring them back.
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

    /** How far what is written here has come; apart from those of what is read, see {@link chat.parley.views.ViewSettings}. */
    DirectoryCheckpoints checkpoints();
}
