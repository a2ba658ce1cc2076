package chat.parley.log;

import java.util.List;
import java.util.function.Consumer;

/** Tells the readers of this process, and through them the others, what has become durable. */
record Appended(Tail tail, LogSignals signals) implements Consumer<List<StoredEvent>> {

    @Override
    public void accept(List<StoredEvent> durable) {
        tail.add(durable);
        signals.appended(durable.getLast().position());
    }
}
