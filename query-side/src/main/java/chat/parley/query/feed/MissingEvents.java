package chat.parley.query.feed;

import chat.parley.events.ConversationId;
import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.ManyStreams;
import chat.parley.membership.Stays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what of a person's conversations is behind what they hold: along a stream, positions rise with sequences. */
final class MissingEvents {

    /** Mostly little is missing, so that a look at the newest finds where it begins. */
    private static final int GLANCE = 50;

    private final EventLog log;
    private final ManyStreams streams;

    MissingEvents(EventLog log, ManyStreams streams) {
        this.log = log;
        this.streams = streams;
    }

    /** A conversation with something behind what is held of it, up to the newest sequence. */
    private record Moved(ConversationId conversation, Stays stays, long held, long newest) {}

    /** The sequences that are missing and theirs to see, in each conversation where anything is. */
    Map<ConversationId, List<SequenceRange>> of(UserId user, Map<ConversationId, Stays> stays, Held held) {
        Map<StreamId, Moved> moved = moved(stays, held);
        Map<StreamId, Long> positions = new HashMap<>();
        moved.forEach((stream, each) -> positions.put(stream, each.held()));
        Map<StreamId, Long> glanced = streams.firstBehind(positions, GLANCE);
        Map<ConversationId, List<SequenceRange>> missing = new HashMap<>();
        moved.forEach((stream, each) -> {
            long first = first(stream, each, glanced.getOrDefault(stream, each.newest()));
            List<SequenceRange> theirs = each.stays().missedBy(user, first).ranges().stream()
                    .filter(range -> range.first() <= each.newest())
                    .map(range -> new SequenceRange(range.first(), Math.min(range.last(), each.newest())))
                    .toList();
            if (!theirs.isEmpty()) {
                missing.put(each.conversation(), theirs);
            }
        });
        return missing;
    }

    private Map<StreamId, Moved> moved(Map<ConversationId, Stays> stays, Held held) {
        Map<StreamId, ManyStreams.Place> newest = streams.newestOf(
                stays.keySet().stream().map(StreamId::conversation).toList());
        Map<StreamId, Moved> moved = new HashMap<>();
        stays.forEach((conversation, known) -> {
            StreamId stream = StreamId.conversation(conversation);
            ManyStreams.Place end = newest.get(stream);
            long heldHere = held.of(conversation);
            if (end != null && end.position() > heldHere) {
                moved.put(stream, new Moved(conversation, known, heldHere, end.sequence()));
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
