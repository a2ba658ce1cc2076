package chat.parley.log.signal;

import chat.parley.log.StoredEvent;
import java.util.List;

/** Tells readers in this process, and through NOTIFY those in others, that events have become durable. */
public final class Appended {

    private final Tail tail;
    private final LogSignals signals;

    Appended(Tail tail, LogSignals signals) {
        this.tail = tail;
        this.signals = signals;
    }

    /** @param durable in the order of their positions */
    public void tell(List<StoredEvent> durable) {
        tail.add(durable);
        signals.appended(durable.getLast().position());
    }

    public void dropStale() {
        tail.dropStale();
    }
}
