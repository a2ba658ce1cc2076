package chat.parley.command.engine;

import chat.parley.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/** Brings what the log recorded back to the one who sent the command, past Axon, which has no notion of a position. */
final class AppendReceipt {

    /** Bound around one dispatch; the bus and the engine run in the thread that dispatches. */
    static final ScopedValue<AppendReceipt> CURRENT = ScopedValue.newInstance();

    private final List<StoredEvent> recorded = new ArrayList<>();

    void add(List<StoredEvent> events) {
        recorded.addAll(events);
    }

    List<StoredEvent> recorded() {
        return List.copyOf(recorded);
    }
}
