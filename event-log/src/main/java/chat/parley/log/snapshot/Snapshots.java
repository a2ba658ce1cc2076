package chat.parley.log.snapshot;

import chat.parley.events.StreamId;
import java.util.Optional;

/** One snapshot of each stream that has any. */
public interface Snapshots {

    Optional<Snapshot> of(StreamId stream);

    /** Takes the place of the stream's last one, unless that is further and of the same revision. */
    void save(Snapshot snapshot);
}
