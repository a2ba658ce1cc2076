package chat.parley.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog(100);

    private static List<Second> run(LongFunction<Second> second) {
        return LongStream.range(0, 30).mapToObj(second).toList();
    }

    private static Second second(long at, long unacknowledged, long undelivered, Map<String, Long> lags) {
        return new Second(
                at, PerStep.make(() -> Percentiles.NONE), at * 100, at * 90, unacknowledged, undelivered, lags);
    }

    @Test
    void whatWaitsItsTurnIsNoBacklog() {
        assertThat(backlog.growing(run(at -> second(at, 40 + at % 7, 20 - at % 5, Map.of("history", 90L)))))
                .isEmpty();
    }

    @Test
    void aSteadyDelayIsNoBacklogHoweverLong() {
        assertThat(backlog.growing(run(at -> second(at, 0, 0, Map.of("history", 5_000L)))))
                .isEmpty();
    }

    @Test
    void messagesThatPileUpBeforeTheLogAreOne() {
        assertThat(backlog.growing(run(at -> second(at, 10 * at, 0, Map.of()))))
                .hasValue("messages to be acknowledged");
    }

    @Test
    void messagesThatPileUpBehindTheLogAreOne() {
        assertThat(backlog.growing(run(at -> second(at, 0, 10 * at, Map.of())))).hasValue("messages to be delivered");
    }

    @Test
    void aViewThatFallsBehindIsOne() {
        assertThat(backlog.growing(run(at -> second(at, 0, 0, Map.of("history", 20 * at)))))
                .hasValue("history, which is behind the log");
    }

    @Test
    void aLagThatWasAskedForLateIsComparedFromThenOn() {
        assertThat(backlog.growing(run(at -> second(at, 0, 0, at < 5 ? Map.of() : Map.of("history", 5_000L)))))
                .isEmpty();
        assertThat(backlog.growing(run(at -> second(at, 0, 0, at < 5 ? Map.of() : Map.of("history", 20 * at)))))
                .hasValue("history, which is behind the log");
    }

    @Test
    void aLagThatWasKnownForTwoSecondsOnlyShowsNothing() {
        assertThat(backlog.growing(run(at ->
                        second(at, 0, 0, at < 28 ? Map.of() : Map.of("history", 5_000 * (at - 27))))))
                .isEmpty();
    }
}
