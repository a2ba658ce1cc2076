package chat.parley.gateway.schedule;

import chat.parley.distribution.Failures;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs something about every second on a thread of its own until closed; one failure does not end it. */
public final class EverySecond implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EverySecond.class);

    private final ScheduledExecutorService executor;

    private EverySecond(String name) {
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(name).factory());
    }

    public static EverySecond run(String name, Runnable task) {
        EverySecond every = new EverySecond(name);
        var _ = every.executor.scheduleWithFixedDelay(() -> guarded(name, task), 0, 1, TimeUnit.SECONDS);
        return every;
    }

    private static void guarded(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Failures.rethrowIfFatal(e);
            LOG.warn("{}: {}", name, e.toString());
            LOG.debug("{} failed", name, e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
