package chat.parley.log.signal;

import chat.parley.log.StoredEvent;
import java.util.List;

/** Tells readers in this process, and through NOTIFY those in others, that events have become durable. */
public final class CommitNotifier {

    private final TailCache tail;
    private final PostgresLogSignal signals;

    CommitNotifier(TailCache tail, PostgresLogSignal signals) {
        this.tail = tail;
        this.signals = signals;
    }

    /** @param durable in the order of their positions */
    public void committed(List<StoredEvent> durable) {
        tail.add(durable);
        signals.appended(durable.getLast().position());
    }

    public void dropStale() {
        tail.dropStale();
    }
}
