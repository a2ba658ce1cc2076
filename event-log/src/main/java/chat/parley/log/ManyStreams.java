package chat.parley.log;

import chat.parley.events.EventType;
import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads many streams at once: each question is one query, whatever the number of streams. */
public interface ManyStreams {

    record Place(long sequence, long position) {}

    /** @param number the conversation's number that the event at this place took */
    record NumberedPlace(long number, Place place) {}

    /** Consecutive events of a stream. */
    record Part(StreamId stream, SequenceRange range) {}

    /** An event was recorded in a stream. */
    record Recorded(long position, StreamId stream) {}

    /** In which streams something was recorded after a position, event by event in order, without what they say. */
    List<Recorded> recordedAfter(long position, int limit);

    /** Where the newest event of each stream is, without what it says. */
    Map<StreamId, Place> newestOf(Collection<StreamId> streams);

    /** Where the newest event of each stream is that took a number, whatever came after it. */
    Map<StreamId, NumberedPlace> lastNumberedOf(Collection<StreamId> streams);

    /** The newest number that an event before a sequence took, 0 where none did. */
    long lastNumberBefore(StreamId stream, long sequence);

    /**
     * Of so many events of each stream up to a sequence, the first that is behind a position: a stream has none where nothing is.
     *
     * @param asked each stream's last sequence to look at and the position
     */
    Map<StreamId, Long> firstBehind(Map<StreamId, Place> asked, int lookingBack);

    /** The newest events of each stream, so many at most, newest first within one. */
    List<StoredEvent> newest(Collection<StreamId> streams, int ofEach);

    /**
     * What is said about the event at a sequence: of everyone who said something of this type the newest, however often they changed it.
     */
    List<StoredEvent> about(StreamId stream, long sequence, EventType type);

    /** The positions of the events at these sequences. */
    Map<StreamId, Long> positionsOf(Map<StreamId, Long> sequences);

    /** The events at these sequences, in no order. */
    List<StoredEvent> at(Map<StreamId, Long> sequences);

    /** The events of each part in sequence, part by part. */
    List<StoredEvent> read(List<Part> parts);
}
