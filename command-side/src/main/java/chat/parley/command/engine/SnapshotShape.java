package chat.parley.command.engine;

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
        Function<S, A> restored) {}
