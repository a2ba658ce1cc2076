package chat.parley.command.engine;

import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The appends that one command waits for before it is answered: its own, and those of earlier commands that its decision was
 * based on. Kept outside Axon, which assumes that both are durable at once.
 */
final class PendingDurability {

    /** Bound for one dispatch; bus and engine run in the dispatching thread. */
    static final ScopedValue<PendingDurability> CURRENT = ScopedValue.newInstance();

    private final List<EventsInFlight> own = new ArrayList<>(1);
    private final List<EventsInFlight> seen = new ArrayList<>(1);
    private @Nullable RuntimeException outdated;

    void recorded(EventsInFlight events) {
        own.add(events);
    }

    /** Events that the decision was based on. A command's own append covers all before it. */
    void saw(EventsInFlight events) {
        if (!own.contains(events)) {
            seen.add(events);
        }
    }

    boolean isEmpty() {
        return own.isEmpty();
    }

    /** The command recorded nothing, and decided on outdated state. */
    void outdated(RuntimeException reason) {
        outdated = reason;
    }

    /**
     * Waits until the recorded events, and those the decision was based on, are durable.
     *
     * @throws SequenceConflict an append that the decision was based on failed, or the state was outdated
     */
    List<StoredEvent> await() {
        List<StoredEvent> recorded = new ArrayList<>();
        own.forEach(events -> recorded.addAll(events.awaitOwn()));
        seen.forEach(EventsInFlight::awaitSeen);
        if (outdated != null) {
            throw outdated;
        }
        return List.copyOf(recorded);
    }
}
