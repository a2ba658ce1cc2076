package chat.parley.command.engine;

import chat.parley.events.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How the state of an aggregate is saved and restored.
 *
 * @param category of the aggregate's streams
 * @param revision must be raised with every change of the state or its meaning: snapshots of another revision are ignored,
 *     and the events are replayed
 * @param state the aggregate's state, without any content
 */
public record SnapshotShape<A, S extends Record>(
        Class<A> aggregate,
        String category,
        int revision,
        Class<S> state,
        Function<A, S> saved,
        Function<S, A> restored) {

    /**
     * Combines the revision with the names of all events that the state may include. If one build knows more events than
     * another, neither uses the other's snapshots, which could hide an unknown event.
     */
    int fingerprint() {
        String prefix = "parley." + category + ".";
        List<String> names = Arrays.stream(EventType.values())
                .map(EventType::published)
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
        return 31 * names.hashCode() + revision;
    }
}
