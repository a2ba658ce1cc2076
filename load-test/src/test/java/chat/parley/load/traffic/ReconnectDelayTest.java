package chat.parley.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconnectDelayTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void theCeilingDoublesFromFourSecondsToTen() {
        assertThat(longest(0)).isCloseTo(4_000, within(50L));
        assertThat(longest(1)).isCloseTo(8_000, within(100L));
        assertThat(longest(2)).isCloseTo(10_000, within(100L));
        assertThat(longest(40)).isCloseTo(10_000, within(100L));
    }

    @Test
    void theWholeWaitIsRandom() {
        double mean = IntStream.range(0, 10_000)
                .mapToLong(_ -> ReconnectDelay.before(0, Duration.ZERO, random).toMillis())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(2_000, within(50.0));
        assertThat(IntStream.range(0, 10_000)
                        .mapToLong(_ ->
                                ReconnectDelay.before(5, Duration.ZERO, random).toMillis()))
                .anyMatch(wait -> wait < 50);
    }

    @Test
    void aTimeThatTheServerNamesHoldsInstead() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToLong(_ -> ReconnectDelay.before(5, Duration.ofSeconds(3), random)
                                .toMillis()))
                .allMatch(wait -> wait >= 3_000 && wait < 4_000);
    }

    private long longest(int attempt) {
        return IntStream.range(0, 10_000)
                .mapToLong(_ ->
                        ReconnectDelay.before(attempt, Duration.ZERO, random).toMillis())
                .max()
                .orElseThrow();
    }
}
