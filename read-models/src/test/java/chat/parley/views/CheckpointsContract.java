package chat.parley.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every view's checkpoints do. */
public abstract class CheckpointsContract {

    protected abstract Checkpoints checkpoints();

    protected abstract void advance(int queue, long position);

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

        assertThat(checkpoints().reached(103)).isEqualTo(9);
    }
}
