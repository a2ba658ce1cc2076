package chat.parley.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.measure.Processes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdleOutcomeTest {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private static IdleOutcome outcome(int connected) {
        return new IdleOutcome(
                new IdleOutcome.State(100, 50 * MIB, Map.of(Processes.PRODUCT, 300 * MIB), 40_000, 20_000),
                new IdleOutcome.State(
                        1_100, 50 * MIB + 12_000 * KIB, Map.of(Processes.PRODUCT, 340 * MIB), 540_000, 220_000),
                connected);
    }

    @Test
    void aConnectionCostsWhatTheOthersAddedAfterTheFirst() {
        assertThat(outcome(1_100).text(16))
                .contains("1100 idle sockets; the first 100 were there")
                .contains("live heap of the product: 50.0 MiB, then 61.7 MiB; 12.0 KiB a connection")
                .contains("300 MiB, then 340 MiB; 41.0 KiB a connection")
                .contains("bytes of frames a connection: 500 to the client, 200 from it")
                .contains("Held: a connection takes at most 16 KiB of live heap");
    }

    @Test
    void itIsNotHeldWhereAConnectionTakesMoreOrSomeAreGone() {
        assertThat(outcome(1_100).complaints(11)).containsExactly("a connection takes 12.0 KiB of live heap");
        assertThat(outcome(1_099).text(16)).contains("Not held: 1 of 1100 connections are gone");
    }
}
