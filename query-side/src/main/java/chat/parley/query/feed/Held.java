package chat.parley.query.feed;

import chat.parley.events.Partition;
import chat.parley.events.StreamId;
import java.util.List;

/** The positions up to which someone holds everything, by equal shares of the partitions. */
record Held(List<Long> positions) {

    long of(StreamId stream) {
        return of(Partition.of(stream));
    }

    long of(Partition partition) {
        return positions.get(partition.number() * positions.size() / Partition.COUNT);
    }

    /** Up to there everything is held. */
    long least() {
        return positions.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** Nothing can be held from before the log began or beyond its head. */
    boolean possible(long head) {
        return positions.stream().allMatch(position -> position >= 0 && position <= head);
    }
}
