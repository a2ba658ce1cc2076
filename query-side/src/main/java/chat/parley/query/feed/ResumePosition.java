package chat.parley.query.feed;

import chat.parley.events.Partition;
import chat.parley.events.StreamId;
import java.util.List;

/** The positions up to which someone has every event, for equal shares of the partitions. */
record ResumePosition(List<Long> positions) {

    long of(StreamId stream) {
        return of(Partition.of(stream));
    }

    long of(Partition partition) {
        return positions.get(partition.number() * positions.size() / Partition.COUNT);
    }

    /** Everything up to this position was received. */
    long least() {
        return positions.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** No position can be negative or beyond the log's head. */
    boolean possible(long head) {
        return positions.stream().allMatch(position -> position >= 0 && position <= head);
    }
}
