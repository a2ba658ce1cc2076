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
    void a_queue_nothing_was_handled_of_is_at_the_beginning() {
        assertThat(checkpoints().reached(100)).isZero();
    }

    @Test
    void each_queue_has_its_own() {
        advance(101, 7);
        advance(102, 9);

        assertThat(checkpoints().reached(101)).isEqualTo(7);
        assertThat(checkpoints().reached(102)).isEqualTo(9);
    }

    @Test
    void it_goes_forward_and_never_back() {
        advance(103, 7);
        advance(103, 9);
        advance(103, 8);

        assertThat(checkpoints().of(103)).isEqualTo(Checkpoint.at(9));
    }

    @Test
    void it_waits_before_an_event_that_was_passed_by_until_somebody_has_stored_that() {
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
