package chat.parley.command.engine;

import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one command recorded and what its decision was built on, past Axon, which takes both to be durable at once. */
final class AppendReceipt {

    /** Bound around one dispatch; the bus and the engine run in the thread that dispatches. */
    static final ScopedValue<AppendReceipt> CURRENT = ScopedValue.newInstance();

    private final List<InFlight> own = new ArrayList<>(1);
    private final List<InFlight> seen = new ArrayList<>(1);
    private @Nullable RuntimeException unfounded;

    void recorded(InFlight events) {
        own.add(events);
    }

    /** Where it recorded something itself, that stands for all before it. */
    void saw(InFlight events) {
        if (!own.contains(events)) {
            seen.add(events);
        }
    }

    boolean isEmpty() {
        return own.isEmpty();
    }

    /** What was decided, without recording anything, was decided on less than the log holds. */
    void unfounded(RuntimeException reason) {
        unfounded = reason;
    }

    /**
     * Returns what was recorded when it is durable, and all that was decided on with it.
     *
     * @throws SequenceConflict where that came to nothing, or was not all there was to decide on
     */
    List<StoredEvent> await() {
        List<StoredEvent> recorded = new ArrayList<>();
        own.forEach(events -> recorded.addAll(events.awaitOwn()));
        seen.forEach(InFlight::awaitSeen);
        if (unfounded != null) {
            throw unfounded;
        }
        return List.copyOf(recorded);
    }
}
