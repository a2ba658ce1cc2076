package chat.parley.command.engine;

import chat.parley.log.NewEvent;
import chat.parley.log.PendingAppend;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A log in memory whose units become durable, or fail, when the test says so; but at once until it is slowed down. */
final class SlowLog extends ForwardingLog {

    final RecordingLog durable;
    final List<Unit> begun = new CopyOnWriteArrayList<>();
    volatile boolean slow;

    SlowLog() {
        this(new RecordingLog());
    }

    private SlowLog(RecordingLog durable) {
        super(durable);
        this.durable = durable;
    }

    final class Unit implements PendingAppend {
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
    public PendingAppend begin(List<NewEvent> unitOfWork, @Nullable PendingAppend after) {
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
}
