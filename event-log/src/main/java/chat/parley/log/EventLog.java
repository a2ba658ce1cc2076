package chat.parley.log;

import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Append and ordered reads. Positions start at 1, have no holes and become visible in order. A read beyond the end finds
 * nothing. A negative position, sequence or limit is an {@link IllegalArgumentException}.
 */
public interface EventLog {

    LogId id();

    /**
     * Records one unit of work, all or nothing, together with its guard rows, and returns when it is durable. In each stream
     * the events follow the last recorded one. If the caller has a transaction, the append joins it: it must be the
     * transaction's last statement, and it is durable when the transaction is.
     *
     * @throws SequenceConflict another writer was first in one of the streams
     * @throws AlreadyRecorded the stream holds an event of the same command
     * @throws chat.parley.refusals.Refused a guard row forbids it, such as a username that is taken
     * @throws LogUnavailable within ten seconds, if the log cannot record now or cannot tell whether it did
     */
    List<StoredEvent> append(List<NewEvent> unitOfWork);

    /**
     * As {@link #append}, but may return before the unit is durable, as soon as it is queued behind those begun earlier.
     *
     * @param after the unit whose events this one follows, if that may still be in flight. If it fails, this one fails with
     *     {@link SequenceConflict}, whatever the log holds by then.
     */
    default PendingAppend begin(List<NewEvent> unitOfWork, @Nullable PendingAppend after) {
        List<StoredEvent> recorded = append(unitOfWork);
        return () -> recorded;
    }

    /** Events of one stream, from a sequence on, in order. */
    List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit);

    /** As {@link #readStream}, with all content null, as if it were erased. */
    default List<StoredEvent> readStreamWithoutContent(StreamId stream, long fromSequence, int limit) {
        return readStream(stream, fromSequence, limit);
    }

    /** Events of one stream, newest first, below a sequence ({@link Long#MAX_VALUE} for the end). */
    List<StoredEvent> readStreamBackwards(StreamId stream, long beforeSequence, int limit);

    /** The first event that a command recorded in a stream. */
    Optional<StoredEvent> findByCommand(StreamId stream, CommandId command);

    /** Events of all streams in order, after a position. */
    List<StoredEvent> readAfter(long position, int limit);

    Optional<StoredEvent> at(long position);

    /** The newest position, 0 for an empty log. */
    long head();

    /** The newest event of each stream; a stream without events is left out. */
    List<StoredEvent> newestOf(Collection<StreamId> streams);
}
