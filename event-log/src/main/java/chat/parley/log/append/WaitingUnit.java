package chat.parley.log.append;

import chat.parley.log.Appending;
import chat.parley.log.LogUnavailable;
import chat.parley.log.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A unit of work and the thread that waits for its outcome. Whoever claims it first decides: the writer, or the time-out. */
final class WaitingUnit implements Appending {

    /** About the longest a caller waits for its outcome. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UnitOfWork unit;
    private final GroupCommit writer;
    /** Forgotten with the outcome, or each unit would hold all before it. */
    private volatile @Nullable WaitingUnit after;

    private volatile boolean givenUp;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    WaitingUnit(UnitOfWork unit, @Nullable WaitingUnit after, GroupCommit writer) {
        this.unit = unit;
        this.after = after;
        this.writer = writer;
    }

    UnitOfWork unit() {
        return unit;
    }

    /** @return false where the caller has given up already: then it must not be recorded any more */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void complete(Outcome became) {
        outcome.complete(became);
        after = null;
    }

    /** What it builds on was decided before it, in an earlier batch or in the same one. */
    boolean buildsOnFailure() {
        WaitingUnit before = after;
        return before != null && before.failed();
    }

    private boolean failed() {
        return givenUp || outcome.getNow(null) instanceof Outcome.Failed;
    }

    /**
     * Does not watch the time itself: a thread that did would wake the scheduler of all timed waits twice for each unit, see
     * {@link GroupCommit}.
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

    /** What was not written yet will not be, for whoever else waits for it neither. */
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

    void giveUpAfterPatience() {
        if (System.nanoTime() - begun > PATIENCE.toNanos()) {
            complete(new Outcome.Failed(
                    claim()
                            ? LogUnavailable.notRecorded("its turn did not come in time", null)
                            : LogUnavailable.unknown(null)));
        }
    }
}
