package chat.parley.gateway.presence;

import chat.parley.access.Refusals;
import chat.parley.refusals.Reason;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Work to be done once for each of some keys, a few at a time. A key that waits already is not added again. Where something needed for
 * it is away, the work is tried again, after pauses that grow, until it is done.
 *
 * @param <K> what there is work for
 */
final class RetryingWork<K> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingWork.class);
    private static final BackOff PAUSES = pauses();

    private final String name;
    private final int atOnce;
    private final Consumer<K> work;
    private final Set<K> waiting = new LinkedHashSet<>();
    private int working;
    private boolean closed;

    RetryingWork(String name, int atOnce, Consumer<K> work) {
        this.name = name;
        this.atOnce = atOnce;
        this.work = work;
    }

    /** Never waits. */
    synchronized void add(K key) {
        if (!closed && waiting.add(key) && working < atOnce) {
            working++;
            Thread.ofVirtual().name(name).start(this::work);
        }
    }

    /** Whether everything that was added is done. */
    synchronized boolean isDone() {
        return waiting.isEmpty() && working == 0;
    }

    private void work() {
        BackOffExecution pauses = PAUSES.start();
        for (K key = next(); key != null; key = next()) {
            if (done(key)) {
                pauses = PAUSES.start();
            } else {
                add(key);
                pause(pauses.nextBackOff());
            }
        }
    }

    private synchronized @Nullable K next() {
        if (waiting.isEmpty()) {
            working--;
            return null;
        }
        K next = waiting.iterator().next();
        waiting.remove(next);
        return next;
    }

    private boolean done(K key) {
        try {
            work.accept(key);
            return true;
        } catch (RuntimeException | Error e) {
            Reason reason = Refusals.of(e).reason();
            if (reason.retryable()) {
                LOG.debug("{} has to wait: {}", name, reason);
                return false;
            }
            LOG.warn("{} cannot be done: {}", name, reason);
            LOG.debug("{} cannot be done", name, e);
            return true;
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static BackOff pauses() {
        ExponentialBackOff twice = new ExponentialBackOff(100, 2);
        twice.setMaxInterval(3_000);
        return twice;
    }

    /** What waits is not done any more. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
    }
}
