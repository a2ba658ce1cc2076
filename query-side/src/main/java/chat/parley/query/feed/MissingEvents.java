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

    /** The sequences that are missing and theirs to see, in each conversation where anything is. */
    Map<ConversationId, List<SequenceRange>> of(UserId user, Map<ConversationId, Stays> stays, Held held) {
        Map<StreamId, ConversationId> moved = new HashMap<>();
        Map<StreamId, Long> positions = new HashMap<>();
        Map<StreamId, ManyStreams.Place> newest = streams.newestOf(
                stays.keySet().stream().map(StreamId::conversation).toList());
        stays.keySet().forEach(conversation -> {
            StreamId stream = StreamId.conversation(conversation);
            ManyStreams.Place end = newest.get(stream);
            if (end != null && end.position() > held.of(conversation)) {
                moved.put(stream, conversation);
                positions.put(stream, held.of(conversation));
            }
        });
        Map<ConversationId, List<SequenceRange>> missing = new HashMap<>();
        streams.firstBehind(positions, GLANCE).forEach((stream, glanced) -> {
            ConversationId conversation = moved.get(stream);
            long last = newest.get(stream).sequence();
            long first = last - glanced + 1 < GLANCE ? glanced : search(stream, glanced, positions.get(stream));
            List<SequenceRange> theirs = stays.get(conversation).missedBy(user, first).ranges().stream()
                    .filter(range -> range.first() <= last)
                    .map(range -> new SequenceRange(range.first(), Math.min(range.last(), last)))
                    .toList();
            if (!theirs.isEmpty()) {
                missing.put(conversation, theirs);
            }
        });
        return missing;
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
