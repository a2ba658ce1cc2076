package chat.parley.distribution;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;

/** Something done again and again, with a pause after each time, until closed. Whatever one time fails with, the next follows. */
public final class RepeatedTask implements BackgroundWork, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedTask.class);

    private final String name;
    private final Runnable task;
    private volatile @Nullable ScheduledFuture<?> schedule;
    private volatile boolean closed;
    private volatile @Nullable String failure;

    private RepeatedTask(String name, Runnable task) {
        this.name = name;
        this.task = task;
    }

    /** Begins at once, on a thread of the scheduler. */
    public static RepeatedTask start(TaskScheduler scheduler, String name, Duration pause, Runnable task) {
        RepeatedTask repeated = new RepeatedTask(name, task);
        repeated.schedule = scheduler.scheduleWithFixedDelay(repeated::run, pause);
        return repeated;
    }

    /** The scheduler repeats nothing that threw. */
    private void run() {
        try {
            task.run();
            failure = null;
        } catch (RuntimeException | Error e) {
            if (closed) {
                return;
            }
            if (failure == null) {
                LOG.warn("{} failed and is repeated: {}", name, e.toString());
            }
            LOG.debug("{} failed", name, e);
            failure = e.getClass().getName();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Condition condition() {
        ScheduledFuture<?> scheduled = schedule;
        if (scheduled == null || scheduled.isDone()) {
            return Condition.ENDED;
        }
        return failure == null ? Condition.RUNNING : Condition.STARTING_OVER;
    }

    @Override
    public String description() {
        return switch (condition()) {
            case RUNNING -> "running";
            case STARTING_OVER -> "is repeated after " + failure;
            case ENDED -> "ended";
        };
    }

    /** Interrupts it if it is under way. */
    @Override
    public void close() {
        closed = true;
        ScheduledFuture<?> scheduled = schedule;
        if (scheduled != null) {
            scheduled.cancel(true);
        }
    }
}
