package chat.parley.command.engine;

import chat.parley.events.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How an aggregate's state is written down and read again.
 *
 * @param category of the aggregate's streams
 * @param revision to be raised with every change of what {@code state} holds or of what it means: snapshots of another one
 *     are not read, the events are
 * @param state what the aggregate knows, without anything a person wrote
 */
public record SnapshotShape<A, S extends Record>(
        Class<A> aggregate,
        String category,
        int revision,
        Class<S> state,
        Function<A, S> saved,
        Function<S, A> restored) {

    /**
     * Of the shape together with the names of all events that can have gone into it: where one build knows more of them than another, neither
     * reads the other's snapshots, which would hide from it that there is an event in the stream it does not know.
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
