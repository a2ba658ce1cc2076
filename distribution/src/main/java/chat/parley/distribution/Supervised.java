package chat.parley.distribution;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A thread that runs an attempt, and after any failure runs it again after a growing pause, until closed. It ends only if
 * the JVM itself fails, and reports that.
 */
public final class Supervised implements BackgroundWork, AutoCloseable {

    /** Returns when its work is done, or throws to start over; must end soon when interrupted. */
    @FunctionalInterface
    public interface Attempt {
        void run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final BackOff PAUSES = pauses();
    private static final Duration LASTED = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final Attempt attempt;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile long begun = System.nanoTime();
    private volatile @Nullable String failure;

    private Supervised(Thread.Builder threads, String name, Attempt attempt) {
        this.name = name;
        this.attempt = attempt;
        this.thread = threads.name(name).unstarted(this::run);
    }

    public static Supervised start(String name, Attempt attempt) {
        return start(Thread.ofPlatform().daemon(), name, attempt);
    }

    /** @param threads what kind of thread */
    static Supervised start(Thread.Builder threads, String name, Attempt attempt) {
        Supervised supervised = new Supervised(threads, name, attempt);
        supervised.thread.start();
        return supervised;
    }

    private void run() {
        BackOffExecution pauses = PAUSES.start();
        while (!closed) {
            begun = System.nanoTime();
            try {
                attempt.run();
                return;
            } catch (InterruptedException _) {
                return;
            } catch (Exception | Error e) {
                if (closed) {
                    return;
                }
                failure = e.getClass().getName();
                if (FatalErrors.isFatal(e)) {
                    ended = true;
                    LOG.error("{} has ended, the process must be started again", name, e);
                    return;
                }
                LOG.warn("{} starts over: {}", name, e.toString());
                LOG.debug("{} failed", name, e);
            }
            if (lasted()) {
                pauses = PAUSES.start();
            }
            if (!paused(pauses.nextBackOff())) {
                return;
            }
        }
    }

    private boolean lasted() {
        return System.nanoTime() - begun > LASTED.toNanos();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Condition condition() {
        if (ended) {
            return Condition.ENDED;
        }
        return failure == null || lasted() ? Condition.RUNNING : Condition.STARTING_OVER;
    }

    @Override
    public String description() {
        return switch (condition()) {
            case RUNNING -> "running";
            case STARTING_OVER -> "starts over after " + failure;
            case ENDED -> "ended by " + failure;
        };
    }

    private static BackOff pauses() {
        ExponentialBackOff twice = new ExponentialBackOff(100, 2);
        twice.setMaxInterval(1_000);
        return twice;
    }

    private static boolean paused(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
