package chat.parley.log.snapshot;

import chat.parley.events.StreamId;
import java.util.Optional;

/** At most one snapshot per stream. */
public interface Snapshots {

    Optional<Snapshot> of(StreamId stream);

    /** Replaces the stream's snapshot, unless that is newer and has the same revision. */
    void save(Snapshot snapshot);
}
