package chat.parley.log.append;

import chat.parley.log.LogUnavailable;
import chat.parley.log.PendingAppend;
import chat.parley.log.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A queued unit of work and its outcome. Whoever claims it first decides it: the writer or the time-out. */
final class QueuedAppend implements PendingAppend {

    /** How long a caller waits for an outcome, at most. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final UnitOfWork unit;
    private final GroupCommit writer;
    /** Cleared once decided; otherwise each unit would keep all earlier ones in memory. */
    private volatile @Nullable QueuedAppend after;

    private volatile boolean givenUp;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    QueuedAppend(UnitOfWork unit, @Nullable QueuedAppend after, GroupCommit writer) {
        this.unit = unit;
        this.after = after;
        this.writer = writer;
    }

    UnitOfWork unit() {
        return unit;
    }

    /** @return false if the caller gave up already: then it must not be recorded */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void complete(Outcome result) {
        outcome.complete(result);
        after = null;
    }

    /** The unit it builds on was decided earlier, in an earlier batch or in this one. */
    boolean buildsOnFailure() {
        QueuedAppend before = after;
        return before != null && before.failed();
    }

    private boolean failed() {
        return givenUp || outcome.getNow(null) instanceof Outcome.Failed;
    }

    /**
     * Has no time-out of its own: a timed wait in each thread would wake the scheduler twice for every unit, see {@link
     * GroupCommit}.
     */
    @Override
    public List<StoredEvent> await() {
        if (!outcome.isDone()) {
            writer.awaited(this);
        }
        try {
            return outcome.get().orThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** If it was not claimed yet, it will not be written; other waiting callers see the same failure. */
    private LogUnavailable interrupted(InterruptedException cause) {
        givenUp = true;
        if (!claim()) {
            return LogUnavailable.unknown(cause);
        }
        LogUnavailable reason = LogUnavailable.notRecorded("interrupted", cause);
        complete(new Outcome.Failed(reason));
        return reason;
    }

    boolean isDecided() {
        return outcome.isDone();
    }

    void failAfterTimeout() {
        if (System.nanoTime() - begun > TIMEOUT.toNanos()) {
            complete(new Outcome.Failed(
                    claim()
                            ? LogUnavailable.notRecorded("its turn did not come in time", null)
                            : LogUnavailable.unknown(null)));
        }
    }
}
