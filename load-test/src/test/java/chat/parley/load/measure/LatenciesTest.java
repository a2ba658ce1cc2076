package chat.parley.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final long MS = 1_000_000;

    private final Latencies latencies = new Latencies();

    @Test
    void whatWaitedForTheOneBeforeItWasSlowToo() {
        // Ten messages meant for every millisecond; the server stands still and answers all of them at the 100th.
        for (int i = 0; i < 10; i++) {
            latencies.record(Step.DELIVERED, i * MS, 100 * MS);
        }

        Percentiles delivered = latencies.total().of(Step.DELIVERED);

        assertThat(delivered.count()).isEqualTo(10);
        assertThat(delivered.max()).isBetween(99.9, 100.2);
        assertThat(delivered.p50()).isBetween(95.0, 96.2);
    }

    @Test
    void anIntervalHoldsWhatCameSinceTheLastAndTheTotalHoldsAll() {
        latencies.record(Step.ACKNOWLEDGED, 0, MS);
        assertThat(latencies.interval().of(Step.ACKNOWLEDGED).count()).isEqualTo(1);
        latencies.record(Step.ACKNOWLEDGED, 0, 2 * MS);
        latencies.record(Step.ACKNOWLEDGED, 0, 3 * MS);

        assertThat(latencies.interval().of(Step.ACKNOWLEDGED).count()).isEqualTo(2);
        assertThat(latencies.interval().of(Step.ACKNOWLEDGED).count()).isZero();
        assertThat(latencies.total().of(Step.ACKNOWLEDGED).count()).isEqualTo(3);
    }

    @Test
    void whatIsFasterThanTheUnitCountsAsOneOfIt() {
        latencies.record(Step.READ, 10, 10);

        assertThat(latencies.total().of(Step.READ).max()).isEqualTo(0.001);
    }
}
