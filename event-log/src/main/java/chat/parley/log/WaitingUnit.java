package chat.parley.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A unit of work and the thread that waits for its outcome. Whoever claims it first decides: the writer, or the time-out. */
final class WaitingUnit {

    private final UnitOfWork unit;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    WaitingUnit(UnitOfWork unit) {
        this.unit = unit;
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
    }

    List<StoredEvent> await(Duration atMost) {
        try {
            return outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS).orThrow();
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
        return claim()
                ? LogUnavailable.notRecorded("its turn did not come in time", cause)
                : LogUnavailable.unknown(cause);
    }
}
