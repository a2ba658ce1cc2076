package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartPausesTest {

    private final RestartPauses pauses = new RestartPauses();

    @Test
    void theFirstRestartIsAtOnceAndThoseThatFollowSoonWaitLongerUpToHalfAMinute() {
        assertThat(secondsAfterShortRuns(8)).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void whatHasRunForAWhileIsStartedAgainAtOnce() {
        secondsAfterShortRuns(5);
        assertThat(pauses.afterRunning(Duration.ofMinutes(1))).isZero();
        assertThat(secondsAfterShortRuns(2)).containsExactly(1L, 2L);
    }

    private List<Long> secondsAfterShortRuns(int count) {
        return Stream.generate(() -> pauses.afterRunning(Duration.ofSeconds(59)).toSeconds())
                .limit(count)
                .toList();
    }
}
