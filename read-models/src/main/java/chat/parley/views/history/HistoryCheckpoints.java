package chat.parley.views.history;

import chat.parley.views.Checkpoints;

/** The history view's checkpoints; they lie beside its data. */
public interface HistoryCheckpoints extends Checkpoints {

    /** Moves a queue's checkpoint; to a lower position it does not move. Only once everything up to there is stored. */
    void advance(int queue, long position);
}
