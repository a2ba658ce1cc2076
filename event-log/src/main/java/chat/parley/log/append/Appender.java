package chat.parley.log.append;

import chat.parley.log.LogUnavailable;
import chat.parley.log.NewEvent;
import chat.parley.log.PendingAppend;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.EventCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Appends units of work. Most share a commit with others. A unit that changes guard tables, spans streams or joins its
 * caller's transaction has a transaction of its own.
 */
public final class Appender {

    private final EventCodec codec;
    private final GroupCommit writer;
    private final TransactionalAppend transactional;

    Appender(EventCodec codec, GroupCommit writer, TransactionalAppend transactional) {
        this.codec = codec;
        this.writer = writer;
        this.transactional = transactional;
    }

    /** As {@link chat.parley.log.EventLog#begin}. */
    public PendingAppend begin(List<NewEvent> unitOfWork, @Nullable PendingAppend after) {
        if (unitOfWork.isEmpty()) {
            return List::of;
        }
        List<UnitOfWork> units = encoded(unitOfWork);
        if (units.size() > 1 || transactional.isNeededFor(unitOfWork)) {
            return inTransaction(unitOfWork, units, after);
        }
        return writer.begin(units.getFirst(), after instanceof QueuedAppend before ? before : null);
    }

    /** Encrypts content in the caller's thread, which may have to read a key for it. */
    private List<UnitOfWork> encoded(List<NewEvent> unitOfWork) {
        try {
            return UnitOfWork.of(unitOfWork, codec);
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException e) {
            throw LogUnavailable.notRecorded("PostgreSQL is not reachable", e);
        }
    }

    private PendingAppend inTransaction(
            List<NewEvent> unitOfWork, List<UnitOfWork> units, @Nullable PendingAppend after) {
        if (after != null) {
            awaitBefore(after);
        }
        List<StoredEvent> recorded = transactional.append(unitOfWork, units);
        return () -> recorded;
    }

    private static void awaitBefore(PendingAppend before) {
        try {
            before.await();
        } catch (RuntimeException _) {
            throw new SequenceConflict();
        }
    }
}
