package chat.parley.query.feed;

import chat.parley.events.StreamId;
import chat.parley.log.read.StreamQueries;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Under which keys something was recorded in the newest part of the log. Whoever was away for a short while has missed nothing in most of
 * their conversations, which is known from here; to ask the log instead costs an index lookup for each conversation and each of its
 * members' read cursors. The log only grows and its positions become visible in order, so what was learnt stays true.
 */
@Component
class RecentEventIndex {

    /** So many events back, at most. A key takes some 150 bytes. */
    static final int MOST_EVENTS = 100_000;

    private static final int PAGE = 10_000;

    /** Reads which streams the events after a position belong to, in order. */
    interface Tail {
        List<StreamQueries.Recorded> after(long position, int limit);
    }

    private final Tail tail;
    private final ReentrantLock learning = new ReentrantLock();
    private final Map<String, Long> newestOfKey = new ConcurrentHashMap<>();
    /** Nothing is known of what was recorded up to there. */
    private volatile long floor;
    /** What was recorded from the floor up to there is known. */
    private volatile long known;

    @Autowired
    RecentEventIndex(StreamQueries streams) {
        this(streams::recordedAfter);
    }

    RecentEventIndex(Tail tail) {
        this.tail = tail;
    }

    /** Takes in what was recorded up to the head, unless it is known already. */
    void learnUpTo(long head) {
        if (known >= head) {
            return;
        }
        learning.lock();
        try {
            if (head - MOST_EVENTS > known) {
                forgetUpTo(head - MOST_EVENTS);
            } else if (newestOfKey.size() >= MOST_EVENTS) {
                forgetUpTo(head - MOST_EVENTS / 2);
            }
            while (known < head) {
                List<StreamQueries.Recorded> page = tail.after(known, PAGE);
                page.forEach(event -> newestOfKey.put(event.stream().partitionKey(), event.position()));
                known = page.getLast().position();
            }
        } finally {
            learning.unlock();
        }
    }

    /** The floor rises first: who finds no key then knows that nothing is known. */
    private void forgetUpTo(long position) {
        floor = position;
        newestOfKey.values().removeIf(newest -> newest <= position);
        known = Math.max(known, position);
    }

    /** Whether something may have been recorded after a position in this stream or another with its key; true where that is not known. */
    boolean mayHaveMoved(StreamId stream, long position) {
        Long newest = newestOfKey.get(stream.partitionKey());
        return newest == null ? position < floor : newest > position;
    }
}
