package chat.parley.distribution;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

/** A {@link RepeatedTask} that lasts as long as the context runs. */
public abstract class RepeatedService implements SmartLifecycle, Supervising {

    private final TaskScheduler scheduler;
    private final String name;
    private final Duration pause;
    private @Nullable RepeatedTask running;

    /** @param name as health shows it */
    protected RepeatedService(TaskScheduler scheduler, String name, Duration pause) {
        this.scheduler = scheduler;
        this.name = name;
        this.pause = pause;
    }

    /** What is done each time. */
    protected abstract void once();

    @Override
    public synchronized void start() {
        running = RepeatedTask.start(scheduler, name, pause, this::once);
    }

    @Override
    public synchronized void stop() {
        RepeatedTask ending = running;
        running = null;
        if (ending != null) {
            ending.close();
        }
    }

    @Override
    public synchronized Collection<? extends BackgroundWork> supervised() {
        return running == null ? List.of() : List.of(running);
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
