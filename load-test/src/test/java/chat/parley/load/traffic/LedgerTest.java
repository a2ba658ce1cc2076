package chat.parley.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.measure.Latencies;
import chat.parley.load.measure.Step;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final int WARM_UP = 1;

    private final Latencies latencies = new Latencies();
    private final Ledger ledger = new Ledger(3, WARM_UP, Receipts.GATHERED, latencies);

    private void everyStep(int message) {
        ledger.acknowledged(message, message + 1L, 10);
        ledger.reached(Step.DELIVERED, message, 20);
        ledger.reached(Step.READ, message, 30);
    }

    @Test
    void aMessageIsCompleteOnceItIsAcknowledgedDeliveredAndRead() {
        ledger.sending(0, 0);
        ledger.acknowledged(0, 1, 10);
        ledger.reached(Step.READ, 0, 30);
        assertThat(ledger.completed()).isZero();

        ledger.reached(Step.DELIVERED, 0, 40);

        assertThat(ledger.completed()).isEqualTo(1);
        assertThat(ledger.isSettled()).isTrue();
    }

    @Test
    void withoutReceiptsAMessageNeedNotBeRead() {
        Ledger withoutReceipts = new Ledger(1, 0, Receipts.NONE, new Latencies());
        withoutReceipts.sending(0, 0);
        withoutReceipts.acknowledged(0, 1, 10);
        assertThat(withoutReceipts.isSettled()).isFalse();

        withoutReceipts.reached(Step.DELIVERED, 0, 20);

        assertThat(withoutReceipts.isSettled()).isTrue();
    }

    @Test
    void aStepIsCountedOnce() {
        ledger.sending(1, 0);
        everyStep(1);
        everyStep(1);

        assertThat(ledger.completed()).isEqualTo(1);
        assertThat(latencies.total().of(Step.DELIVERED).count()).isEqualTo(1);
    }

    @Test
    void theWarmUpIsNotMeasured() {
        ledger.sending(0, 0);
        ledger.sending(1, 0);
        everyStep(0);
        everyStep(1);

        assertThat(latencies.total().of(Step.READ).count()).isEqualTo(1);
        assertThat(ledger.reached().read()).isEqualTo(2);
    }

    @Test
    void whatWasRefusedIsNotWaitedFor() {
        ledger.sending(0, 0);
        assertThat(ledger.isSettled()).isFalse();

        ledger.refused("unavailable");

        assertThat(ledger.isSettled()).isTrue();
        assertThat(ledger.unacknowledged()).isZero();
        assertThat(ledger.refusals()).containsEntry("unavailable", 1L);
    }
}
