package chat.parley.query.feed;

import chat.parley.events.ConversationId;
import chat.parley.events.Partition;
import chat.parley.events.StreamId;
import java.util.List;

/** The positions up to which someone holds everything, by equal shares of the partitions. */
record Held(List<Long> positions) {

    long of(ConversationId conversation) {
        int partition = Partition.of(StreamId.conversation(conversation)).number();
        return positions.get(partition * positions.size() / Partition.COUNT);
    }

    /** Nothing can be held from before the log began or beyond its head. */
    boolean possible(long head) {
        return positions.stream().allMatch(position -> position >= 0 && position <= head);
    }
}
