package chat.parley.load.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.measure.Latencies;
import chat.parley.load.traffic.Delivery;
import chat.parley.load.traffic.Ledger;
import chat.parley.load.traffic.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plants one broken promise at a time into a run of three messages. */
class CheckTest {

    private static final int OF_ANOTHER_RUN = -1;

    private final List<Stored> log = new ArrayList<>(List.of(stored(1, 0), stored(2, 1), stored(3, 2)));
    private final List<Stored> history = new ArrayList<>(log);
    private final List<Delivery> first = new ArrayList<>(List.of(told(1, 0), told(2, 1), told(3, 2)));
    private final List<Delivery> second = new ArrayList<>(first);

    private static Stored stored(long sequence, int message) {
        return new Stored(sequence, sequence, message);
    }

    private static Delivery told(long sequence, int message) {
        return new Delivery(sequence, message);
    }

    private List<Fault.Kind> faults() {
        return new Check("talk", log, history)
                .of(Map.of("alice", first, "bob", second)).stream()
                        .map(Fault::kind)
                        .toList();
    }

    @Test
    void nothingIsWrongWhereEverythingIsThereOnce() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void messagesOfAnotherRunAreNoneOfItsBusiness() {
        log.add(stored(4, OF_ANOTHER_RUN));
        log.add(stored(5, OF_ANOTHER_RUN));

        assertThat(faults()).isEmpty();
    }

    @Test
    void aMessageTwiceInTheLogIsFound() {
        log.add(stored(4, 2));

        assertThat(faults()).contains(Fault.Kind.TWICE_IN_THE_LOG);
    }

    @Test
    void aMessageTheHistoryLacksIsFound() {
        history.remove(1);

        assertThat(faults()).containsExactly(Fault.Kind.NOT_IN_THE_HISTORY);
    }

    @Test
    void aMessageTwiceInTheHistoryIsFound() {
        history.add(stored(4, 0));

        assertThat(faults()).containsExactly(Fault.Kind.TWICE_IN_THE_HISTORY);
    }

    @Test
    void aMessageOneSideWasNotToldIsFound() {
        second.removeLast();

        assertThat(faults()).containsExactly(Fault.Kind.NOT_DELIVERED);
    }

    @Test
    void aMessageOneSideWasToldTwiceIsFound() {
        first.addLast(told(3, 2));

        assertThat(faults()).containsExactly(Fault.Kind.DELIVERED_TWICE);
    }

    @Test
    void messagesInAnotherOrderAreFound() {
        second.set(0, told(2, 1));
        second.set(1, told(1, 0));

        assertThat(faults()).containsExactly(Fault.Kind.OUT_OF_ORDER);
    }

    @Test
    void anAcknowledgedMessageTheLogLacksIsFound_andOneThatWasNotAcknowledgedMayBeLacking() {
        Ledger ledger = new Ledger(3, 0, Receipts.GATHERED, new Latencies());
        for (int message = 0; message < 3; message++) {
            ledger.sending(message, 0);
        }
        ledger.acknowledged(0, 1, 1);
        ledger.acknowledged(1, 2, 1);

        assertThat(Verification.acknowledged(ledger, Map.of(0, 1L, 1, 2L))).isEmpty();
        assertThat(Verification.acknowledged(ledger, Map.of(0, 1L)))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.NOT_IN_THE_LOG);
        assertThat(Verification.acknowledged(ledger, Map.of(0, 1L, 1, 3L)))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.OTHER_SEQUENCE);
    }
}
