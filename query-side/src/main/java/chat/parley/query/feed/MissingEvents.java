package chat.parley.query.feed;

import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.read.ManyStreams;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what of a person's streams is behind what they hold: along a stream, positions rise with sequences. */
final class MissingEvents {

    /** Mostly little is missing, so that a look at the newest finds where it begins. */
    private static final int GLANCE = 50;

    private final EventLog log;
    private final ManyStreams streams;

    MissingEvents(EventLog log, ManyStreams streams) {
        this.log = log;
        this.streams = streams;
    }

    /** What of a stream is someone's to see who holds it up to an event. */
    interface Sight {

        /** @param first the first event that is not held */
        List<SequenceRange> missed(StreamId stream, long first);
    }

    /** A stream with something behind what is held of it, up to the newest sequence. */
    private record Moved(long held, long newest) {}

    /** The sequences that are missing and theirs to see, of each stream where anything is. */
    Map<StreamId, List<SequenceRange>> of(Collection<StreamId> candidates, Sight sight, Held held) {
        Map<StreamId, Moved> moved = moved(candidates, held);
        // What is recorded from now on is left to the live events: it must not be taken for what is missing.
        Map<StreamId, ManyStreams.Place> ends = new HashMap<>();
        moved.forEach((stream, each) -> ends.put(stream, new ManyStreams.Place(each.newest(), each.held())));
        Map<StreamId, Long> glanced = streams.firstBehind(ends, GLANCE);
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

    private Map<StreamId, Moved> moved(Collection<StreamId> candidates, Held held) {
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

    /** Halves the sequences below one that is known to be behind what is held. */
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
