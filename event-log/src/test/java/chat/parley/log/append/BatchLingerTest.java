package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchLingerTest {

    private final BatchLinger linger = new BatchLinger();

    @Test
    void whoComesAloneOrInPairsDoesNotWait() {
        assertThat(linger.continues(1, at(0))).isFalse();
        linger.begins(2, at(0));
        assertThat(linger.continues(2, at(1))).isFalse();
    }

    @Test
    void afterABatchOfSeveralTheNextOneWaitsWhileMoreCome() {
        linger.begins(3, at(0));
        assertThat(linger.continues(1, at(1))).isTrue();
        assertThat(linger.continues(2, at(2))).isTrue();
        assertThat(linger.continues(2, at(3))).isFalse();
    }

    @Test
    void untilThereAreEnough() {
        linger.begins(3, at(0));
        assertThat(linger.continues(7, at(1))).isTrue();
        assertThat(linger.continues(8, at(2))).isFalse();
    }

    @Test
    void butNotForLong() {
        linger.begins(3, at(0));
        assertThat(linger.continues(1, at(4))).isTrue();
        assertThat(linger.continues(2, at(5))).isFalse();
    }

    @Test
    void andNotAtAllWhenTheBatchItselfTookThatLong() {
        linger.begins(7, at(0));
        assertThat(linger.continues(7, at(20))).isFalse();
    }

    @Test
    void eachBatchIsCountedAnew() {
        linger.begins(3, at(0));
        assertThat(linger.continues(5, at(1))).isTrue();
        linger.begins(9, at(2));
        assertThat(linger.continues(1, at(3))).isTrue();
    }

    private static long at(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
