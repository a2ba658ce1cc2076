package chat.parley.views.history;

import java.util.List;

/** Writes the history view; only projections do. */
public interface HistoryWriter {

    /**
     * Writes all changes and returns once all are stored.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached; some of the changes may be stored, which does no harm
     */
    void write(List<HistoryChange> changes);

    /** How far what is written here has come; apart from those of what is read, see {@link chat.parley.views.ViewSettings}. */
    HistoryCheckpoints checkpoints();
}
