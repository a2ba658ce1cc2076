package chat.parley.log.read;

import chat.parley.events.EventType;
import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Queries about many streams. Each method runs one SQL query, whatever the number of streams. */
public interface StreamQueries {

    record Place(long sequence, long position) {}

    /** @param number the message number that the event at this place has */
    record NumberedPlace(long number, Place place) {}

    /** Consecutive events of a stream. */
    record StreamRange(StreamId stream, SequenceRange range) {}

    /** An event was recorded in a stream. */
    record Recorded(long position, StreamId stream) {}

    /** In which streams something was recorded after a position, event by event in order, without what they say. */
    List<Recorded> recordedAfter(long position, int limit);

    /** The place of each stream's newest event. */
    Map<StreamId, Place> newestOf(Collection<StreamId> streams);

    /** The place of each stream's newest numbered event. */
    Map<StreamId, NumberedPlace> lastNumberedOf(Collection<StreamId> streams);

    /** The highest number before a sequence; 0 if there is none. */
    long lastNumberBefore(StreamId stream, long sequence);

    /**
     * For each stream, the first sequence whose position is beyond a given one. Looks at a limited number of events; a
     * stream without such an event is left out.
     *
     * @param asked for each stream, the last sequence to look at and the position
     * @param lookingBack how many events of each stream to look at
     */
    Map<StreamId, Long> firstAfter(Map<StreamId, Place> asked, int lookingBack);

    /** The newest events of each stream, newest first. */
    List<StoredEvent> newest(Collection<StreamId> streams, int ofEach);

    /** Of each of these groups, the newest event of each type that says what it is like. */
    List<StoredEvent> likenessOf(Collection<StreamId> groups);

    /** For each member, the newest event of a type that is about the event at a sequence. */
    List<StoredEvent> about(StreamId stream, long sequence, EventType type);

    /**
     * The events of some types from a sequence on, and up to the numbered event that follows another; of more than there is a limit for, the
     * newest. In order.
     *
     * @param following the sequence behind which the next numbered event ends the range
     */
    List<StoredEvent> between(StreamId stream, long from, long following, Collection<EventType> types, int limit);

    /** All that one owner said in events of a type about the event at a sequence, newest first. */
    List<StoredEvent> everyAbout(StreamId stream, long sequence, EventType type, UserId owner, int limit);

    /** The positions of the events at these sequences. */
    Map<StreamId, Long> positionsOf(Map<StreamId, Long> sequences);

    /** The event at the sequence of each stream; streams without one are left out. */
    Map<StreamId, StoredEvent> at(Map<StreamId, Long> sequences);

    /** The events of each range, in order. */
    List<StoredEvent> read(List<StreamRange> parts);
}
