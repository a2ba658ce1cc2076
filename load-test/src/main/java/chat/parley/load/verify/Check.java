package chat.parley.load.verify;

import chat.parley.load.traffic.Delivery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what one conversation's log holds with its history and with what was delivered. */
final class Check {

    private final String conversation;
    private final List<Stored> log;
    private final List<Stored> history;
    private final List<Fault> faults = new ArrayList<>();

    Check(String conversation, List<Stored> log, List<Stored> history) {
        this.conversation = conversation;
        this.log = log;
        this.history = history;
    }

    /**
     * What is wrong.
     *
     * @param told what each side was sent, in order
     */
    List<Fault> of(Map<String, List<Delivery>> told) {
        once();
        history();
        told.forEach(this::delivered);
        return faults;
    }

    private void once() {
        Set<Integer> seen = new HashSet<>();
        for (Stored stored : log) {
            if (stored.message() >= 0 && !seen.add(stored.message())) {
                fault(Fault.Kind.TWICE_IN_THE_LOG, "message " + stored.message());
            }
        }
    }

    private void history() {
        Map<Integer, Long> times = new HashMap<>();
        history.forEach(stored -> times.merge(stored.message(), 1L, Long::sum));
        for (Stored stored : log) {
            long count = times.getOrDefault(stored.message(), 0L);
            if (stored.message() >= 0 && count != 1) {
                fault(
                        count == 0 ? Fault.Kind.NOT_IN_THE_HISTORY : Fault.Kind.TWICE_IN_THE_HISTORY,
                        "number " + stored.number());
            }
        }
    }

    private void delivered(String user, List<Delivery> deliveries) {
        Map<Integer, Long> times = new HashMap<>();
        long last = 0;
        for (Delivery delivery : deliveries) {
            times.merge(delivery.message(), 1L, Long::sum);
            if (delivery.sequence() < last) {
                fault(
                        Fault.Kind.OUT_OF_ORDER,
                        "sequence %d after %d, to %s".formatted(delivery.sequence(), last, user));
            }
            last = Math.max(last, delivery.sequence());
        }
        for (Stored stored : log) {
            long count = times.getOrDefault(stored.message(), 0L);
            if (stored.message() >= 0 && count != 1) {
                fault(
                        count == 0 ? Fault.Kind.NOT_DELIVERED : Fault.Kind.DELIVERED_TWICE,
                        "sequence %d, to %s".formatted(stored.sequence(), user));
            }
        }
    }

    private void fault(Fault.Kind kind, String detail) {
        faults.add(new Fault(kind, conversation, detail));
    }
}
