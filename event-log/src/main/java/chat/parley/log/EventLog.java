package chat.parley.log;

import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Append and ordered reads. Positions start at 1, have no holes and become visible in order. A read beyond the end finds
 * nothing; a negative position, sequence or limit is an {@link IllegalArgumentException}.
 */
public interface EventLog {

    LogId id();

    /**
     * Records one unit of work, all or nothing, with the guard rows it means, and returns when it is durable. Joins the
     * caller's transaction where there is one: then it must be the last thing that transaction does, and is durable with it.
     * In each stream the events follow the last one recorded.
     *
     * @throws SequenceConflict another writer was first in one of the streams
     * @throws AlreadyRecorded the stream holds an event of the same command
     * @throws chat.parley.refusals.Refused a guard row stands against it, such as a username that is taken
     * @throws LogUnavailable within ten seconds, where the log cannot record now or cannot tell whether it did
     */
    List<StoredEvent> append(List<NewEvent> unitOfWork);

    /**
     * As {@link #append}, but may return before the unit is durable, once it has its place behind those begun earlier.
     *
     * @param after the unit whose events this one's follow, where that may still be on its way: if it comes to nothing, this
     *     one fails with {@link SequenceConflict}, whatever the log holds by then
     */
    default Appending begin(List<NewEvent> unitOfWork, @Nullable Appending after) {
        List<StoredEvent> recorded = append(unitOfWork);
        return () -> recorded;
    }

    /** Events of one stream in sequence, from a sequence on. */
    List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit);

    /** The same, with what people wrote left out, as if it were forgotten. */
    default List<StoredEvent> readStreamWithoutContent(StreamId stream, long fromSequence, int limit) {
        return readStream(stream, fromSequence, limit);
    }

    /** Events of one stream, newest first, below a sequence ({@link Long#MAX_VALUE} for the end). */
    List<StoredEvent> readStreamBackwards(StreamId stream, long beforeSequence, int limit);

    /** What a command recorded in a stream, where it did. */
    Optional<StoredEvent> findByCommand(StreamId stream, CommandId command);

    /** Events of all streams in order, after a position. */
    List<StoredEvent> readAfter(long position, int limit);

    Optional<StoredEvent> at(long position);

    /** The newest position, 0 for an empty log. */
    long head();

    /** The newest event of each of the streams that has any. */
    List<StoredEvent> newestOf(Collection<StreamId> streams);
}
