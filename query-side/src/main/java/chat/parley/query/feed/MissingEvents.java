package chat.parley.query.feed;

import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.read.StreamQueries;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the missed events of a person's streams: along a stream, positions rise with sequences. */
final class MissingEvents {

    /** Usually little is missing, so looking at the newest events finds where it begins. */
    private static final int GLANCE = 50;

    private final EventLog log;
    private final StreamQueries streams;

    MissingEvents(EventLog log, StreamQueries streams) {
        this.log = log;
        this.streams = streams;
    }

    /** The missed sequences of a stream that someone may see. */
    interface Sight {

        /** @param first the first event that was not received */
        List<SequenceRange> missed(StreamId stream, long first);
    }

    /** A stream with missed events, up to its newest sequence. */
    private record Moved(long held, long newest) {}

    /** For each stream with missed events, the visible missing sequences. */
    Map<StreamId, List<SequenceRange>> of(Collection<StreamId> candidates, Sight sight, ResumePosition held) {
        Map<StreamId, Moved> moved = moved(candidates, held);
        // Events recorded from now on are delivered live and must not count as missed.
        Map<StreamId, StreamQueries.Place> ends = new HashMap<>();
        moved.forEach((stream, each) -> ends.put(stream, new StreamQueries.Place(each.newest(), each.held())));
        Map<StreamId, Long> glanced = streams.firstAfter(ends, GLANCE);
        Map<StreamId, List<SequenceRange>> missing = new HashMap<>();
        moved.forEach((stream, each) -> {
            long first = first(stream, each, glanced.getOrDefault(stream, each.newest()));
            List<SequenceRange> theirs = sight.missed(stream, first).stream()
                    .filter(range -> range.first() <= each.newest())
                    .map(range -> new SequenceRange(range.first(), Math.min(range.last(), each.newest())))
                    .toList();
            if (!theirs.isEmpty()) {
                missing.put(stream, theirs);
            }
        });
        return missing;
    }

    private Map<StreamId, Moved> moved(Collection<StreamId> candidates, ResumePosition held) {
        Map<StreamId, Moved> moved = new HashMap<>();
        streams.newestOf(candidates).forEach((stream, end) -> {
            if (end.position() > held.of(stream)) {
                moved.put(stream, new Moved(held.of(stream), end.sequence()));
            }
        });
        return moved;
    }

    private long first(StreamId stream, Moved moved, long glanced) {
        boolean found = moved.newest() - glanced + 1 < GLANCE;
        return found ? glanced : search(stream, glanced, moved.held());
    }

    /** Binary search below a sequence that is known to be missing. */
    private long search(StreamId stream, long behind, long held) {
        long first = 0;
        long beyond = behind;
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
