package chat.parley.command.engine;

import chat.parley.events.StreamId;
import chat.parley.log.snapshot.Snapshot;
import chat.parley.log.snapshot.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Snapshots in memory, and how often they were saved. */
final class RecordingSnapshots implements Snapshots {

    final Map<StreamId, Snapshot> kept = new ConcurrentHashMap<>();
    final List<Snapshot> saved = new CopyOnWriteArrayList<>();
    volatile boolean failing;

    @Override
    public Optional<Snapshot> of(StreamId stream) {
        return Optional.ofNullable(kept.get(stream));
    }

    @Override
    public void save(Snapshot snapshot) {
        if (failing) {
            throw new IllegalStateException("no snapshots today");
        }
        kept.put(snapshot.stream(), snapshot);
        saved.add(snapshot);
    }
}
