package chat.parley.query.feed;

import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.List;

/** Finds where a stream moved beyond a position: along a stream, positions rise with sequences. */
final class MissingEvents {

    /** Mostly little is missing, so that one read from the end finds where it begins. */
    private static final int GLANCE = 50;

    private final EventLog log;

    MissingEvents(EventLog log) {
        this.log = log;
    }

    /**
     * The first sequence whose position is beyond what is held.
     *
     * @param newest the stream's newest event, which is beyond it
     */
    long firstBeyond(StoredEvent newest, long held) {
        StreamId stream = newest.envelope().stream();
        List<StoredEvent> glance = log.readStreamBackwards(stream, newest.sequence() + 1, GLANCE);
        long first = newest.sequence();
        for (StoredEvent event : glance) {
            if (event.position() <= held) {
                return first;
            }
            first = event.sequence();
        }
        return search(stream, 0, first, held);
    }

    /** Halves the sequences from low to high; the event at high is known to be beyond. */
    private long search(StreamId stream, long low, long high, long held) {
        long first = low;
        long beyond = high;
        while (first < beyond) {
            long middle = first + (beyond - first) / 2;
            if (log.readStream(stream, middle, 1).getFirst().position() > held) {
                beyond = middle;
            } else {
                first = middle + 1;
            }
        }
        return beyond;
    }
}
