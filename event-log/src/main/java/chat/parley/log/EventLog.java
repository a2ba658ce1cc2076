package chat.parley.log;

import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    /** Events of one stream in sequence, from a sequence on. */
    List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit);

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
