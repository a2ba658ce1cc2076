package chat.parley.views.history;

import chat.parley.views.Checkpoint;
import chat.parley.views.Checkpoints;

/** The history view's checkpoints; they lie beside its data. */
public interface HistoryCheckpoints extends Checkpoints {

    /** Moves a queue's checkpoint; neither part of it moves to a lower position. Only once everything up to there is stored. */
    void advance(int queue, Checkpoint reached);

    /** The same, where nothing was passed by. */
    default void advance(int queue, long position) {
        advance(queue, Checkpoint.at(position));
    }
}
