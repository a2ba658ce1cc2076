package chat.parley.distribution;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that runs an attempt and, when it fails, runs it again after a pause that grows, until closed. */
public final class Supervised implements AutoCloseable {

    /** Returns when its work is over, or throws when it must start over; ends soon when interrupted. */
    @FunctionalInterface
    public interface Attempt {
        void run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration LASTED = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final Attempt attempt;
    private final Thread thread;
    private volatile boolean closed;

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
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            long begun = System.nanoTime();
            try {
                attempt.run();
                return;
            } catch (InterruptedException _) {
                return;
            } catch (Exception e) {
                if (closed) {
                    return;
                }
                LOG.warn("{} starts over: {}", name, e.toString());
                LOG.debug("{} failed", name, e);
            }
            boolean lasted = System.nanoTime() - begun > LASTED.toNanos();
            pause = lasted ? FIRST_PAUSE : longer(pause);
            if (!paused(pause)) {
                return;
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static boolean paused(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
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
