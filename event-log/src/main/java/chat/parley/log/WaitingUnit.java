package chat.parley.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A unit of work and the thread that waits for its outcome. Whoever claims it first decides: the writer, or the time-out. */
final class WaitingUnit implements Appending {

    /** The longest a caller waits for its outcome. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UnitOfWork unit;
    private final GroupCommit writer;
    /** Forgotten with the outcome, or each unit would hold all before it. */
    private volatile @Nullable WaitingUnit after;

    private volatile boolean givenUp;
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

    @Override
    public List<StoredEvent> await() {
        if (!outcome.isDone()) {
            writer.awaited(this);
        }
        try {
            return outcome.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS).orThrow();
        } catch (TimeoutException e) {
            throw givenUp(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private LogUnavailable givenUp(Exception cause) {
        givenUp = true;
        return claim()
                ? LogUnavailable.notRecorded("its turn did not come in time", cause)
                : LogUnavailable.unknown(cause);
    }
}
