package chat.parley.log.signal;

import chat.parley.log.StoredEvent;
import java.util.List;

/** Tells the readers of this process, and through them the others, what has become durable. */
public final class Appended {

    private final Tail tail;
    private final LogSignals signals;

    Appended(Tail tail, LogSignals signals) {
        this.tail = tail;
        this.signals = signals;
    }

    /** @param durable in the order of positions */
    public void tell(List<StoredEvent> durable) {
        tail.add(durable);
        signals.appended(durable.getLast().position());
    }

    public void dropStale() {
        tail.dropStale();
    }
}
