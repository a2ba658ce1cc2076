package chat.parley.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every view's checkpoints do. */
public abstract class CheckpointsContract {

    protected abstract Checkpoints checkpoints();

    protected abstract void advance(int queue, Checkpoint reached);

    private void advance(int queue, long position) {
        advance(queue, Checkpoint.at(position));
    }

    @Test
    void aQueueNothingWasHandledOfIsAtTheBeginning() {
        assertThat(checkpoints().reached(100)).isZero();
    }

    @Test
    void eachQueueHasItsOwn() {
        advance(101, 7);
        advance(102, 9);

        assertThat(checkpoints().reached(101)).isEqualTo(7);
        assertThat(checkpoints().reached(102)).isEqualTo(9);
    }

    @Test
    void itGoesForwardAndNeverBack() {
        advance(103, 7);
        advance(103, 9);
        advance(103, 8);

        assertThat(checkpoints().of(103)).isEqualTo(Checkpoint.at(9));
    }

    @Test
    void itWaitsBeforeAnEventThatWasPassedByUntilSomebodyHasStoredThat() {
        advance(104, 7);
        advance(104, new Checkpoint(8, 12));
        advance(104, new Checkpoint(8, 15));

        assertThat(checkpoints().of(104)).isEqualTo(new Checkpoint(8, 15));
        assertThat(checkpoints().reached(104)).isEqualTo(15);

        advance(104, 14);
        assertThat(checkpoints().of(104)).isEqualTo(new Checkpoint(14, 15));
        advance(104, new Checkpoint(8, 13));
        assertThat(checkpoints().of(104)).isEqualTo(new Checkpoint(14, 15));
        advance(104, 16);
        assertThat(checkpoints().of(104)).isEqualTo(Checkpoint.at(16));
    }
}
