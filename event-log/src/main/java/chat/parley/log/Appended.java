package chat.parley.log;

import java.util.List;

/** Tells the readers of this process, and through them the others, what has become durable. */
record Appended(Tail tail, LogSignals signals) {

    /** @param durable in the order of positions */
    void tell(List<StoredEvent> durable) {
        tail.add(durable);
        signals.appended(durable.getLast().position());
    }

    void dropStale() {
        tail.dropStale();
    }
}
