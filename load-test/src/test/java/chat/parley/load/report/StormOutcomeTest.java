package chat.parley.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.measure.Percentiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StormOutcomeTest {

    private static StormOutcome outcome(int connected, int missing, long lastMs) {
        return new StormOutcome(
                50,
                40,
                "their connections were cut",
                Percentiles.ofNanos(List.of(1_000_000_000L, 2_000_000_000L, lastMs * 1_000_000)),
                connected,
                52,
                Map.of("unavailable", 2L),
                new StormOutcome.Messages(250, missing, 3, Map.of()),
                1_500_000,
                5_000,
                Map.of("PostgreSQL transactions", 600L),
                Map.of("parley", 400_000L));
    }

    @Test
    void theReportTellsTimesAttemptsMessagesBytesQueriesAndProcessorTime() {
        assertThat(outcome(50, 0, 4_000).text(30))
                .contains("50 sockets of people with 40 conversations each")
                .containsPattern("after their connections were cut: p50 2\\.0 s, p99 4\\.0 s, the last 4\\.0 s")
                .contains("attempts to connect: 52; failed: {unavailable=2}")
                .contains(
                        "messages acknowledged: 250; did not come again: 0; not sent because their author was away: 3")
                .contains("frames to the clients: 1.5 MB, 30000 bytes a socket; from them: 0.0 MB, 100 bytes a socket")
                .contains("PostgreSQL transactions: 600, 12.0 a socket")
                .contains("processor time of parley: 0.4 s, 8000 µs a socket")
                .contains("Held: the last was back within 30 s");
    }

    @Test
    void itIsNotHeldWhereSomeoneStaysAwayComesLateOrMissesAMessage() {
        assertThat(outcome(49, 0, 4_000).complaints(30)).containsExactly("1 of 50 did not come back");
        assertThat(outcome(50, 0, 31_000).complaints(30)).containsExactly("the last was back after 31.0 s");
        assertThat(outcome(50, 2, 4_000).text(30)).contains("Not held: 2 acknowledged messages did not come again");
    }
}
