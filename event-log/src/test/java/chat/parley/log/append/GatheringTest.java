package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Gathering gathering = new Gathering();

    @Test
    void whoComesAloneOrInPairsDoesNotWait() {
        assertThat(gathering.goesOn(1, at(0))).isFalse();
        gathering.begins(2, at(0));
        assertThat(gathering.goesOn(2, at(1))).isFalse();
    }

    @Test
    void afterABatchOfSeveralTheNextOneWaitsWhileMoreCome() {
        gathering.begins(3, at(0));
        assertThat(gathering.goesOn(1, at(1))).isTrue();
        assertThat(gathering.goesOn(2, at(2))).isTrue();
        assertThat(gathering.goesOn(2, at(3))).isFalse();
    }

    @Test
    void untilThereAreEnough() {
        gathering.begins(3, at(0));
        assertThat(gathering.goesOn(7, at(1))).isTrue();
        assertThat(gathering.goesOn(8, at(2))).isFalse();
    }

    @Test
    void butNotForLong() {
        gathering.begins(3, at(0));
        assertThat(gathering.goesOn(1, at(4))).isTrue();
        assertThat(gathering.goesOn(2, at(5))).isFalse();
    }

    @Test
    void andNotAtAllWhenTheBatchItselfTookThatLong() {
        gathering.begins(7, at(0));
        assertThat(gathering.goesOn(7, at(20))).isFalse();
    }

    @Test
    void eachBatchIsCountedAnew() {
        gathering.begins(3, at(0));
        assertThat(gathering.goesOn(5, at(1))).isTrue();
        gathering.begins(9, at(2));
        assertThat(gathering.goesOn(1, at(3))).isTrue();
    }

    private static long at(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
