package chat.parley.command.engine;

import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import chat.parley.log.Appending;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.NewEvent;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A log in memory whose units become durable, or fail, when the test says so; but at once until it is slowed down. */
final class SlowLog implements EventLog {

    final RecordingLog durable = new RecordingLog();
    final List<Unit> begun = new CopyOnWriteArrayList<>();
    volatile boolean slow;

    final class Unit implements Appending {
        final List<NewEvent> events;
        private final @Nullable Unit after;
        private final CompletableFuture<List<StoredEvent>> outcome = new CompletableFuture<>();

        private Unit(List<NewEvent> events, @Nullable Unit after) {
            this.events = events;
            this.after = after;
        }

        void commit() {
            if (after != null && after.outcome.isCompletedExceptionally()) {
                fail();
            } else {
                outcome.complete(durable.append(events));
            }
        }

        void fail() {
            outcome.completeExceptionally(new SequenceConflict());
        }

        @Override
        public List<StoredEvent> await() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        }
    }

    @Override
    public Appending begin(List<NewEvent> unitOfWork, @Nullable Appending after) {
        Unit unit = new Unit(unitOfWork, (Unit) after);
        begun.add(unit);
        if (!slow) {
            unit.commit();
        }
        return unit;
    }

    @Override
    public List<StoredEvent> append(List<NewEvent> unitOfWork) {
        return begin(unitOfWork, null).await();
    }

    @Override
    public LogId id() {
        return durable.id();
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        return durable.readStream(stream, fromSequence, limit);
    }

    @Override
    public List<StoredEvent> readStreamBackwards(StreamId stream, long beforeSequence, int limit) {
        return durable.readStreamBackwards(stream, beforeSequence, limit);
    }

    @Override
    public Optional<StoredEvent> findByCommand(StreamId stream, CommandId command) {
        return durable.findByCommand(stream, command);
    }

    @Override
    public List<StoredEvent> readAfter(long position, int limit) {
        return durable.readAfter(position, limit);
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return durable.at(position);
    }

    @Override
    public long head() {
        return durable.head();
    }

    @Override
    public List<StoredEvent> newestOf(Collection<StreamId> streams) {
        return durable.newestOf(streams);
    }
}
