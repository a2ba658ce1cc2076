package chat.parley.distribution;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.TaskExecutionOutcome;

/** The methods that are {@code @Scheduled}: Spring logs what one time fails with, and repeats them all the same. */
final class ScheduledMethods implements Supervising {

    private final Supplier<Stream<ScheduledTaskHolder>> holders;

    ScheduledMethods(Supplier<Stream<ScheduledTaskHolder>> holders) {
        this.holders = holders;
    }

    @Override
    public Collection<BackgroundWork> supervised() {
        return holders.get()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .<BackgroundWork>map(Method::of)
                .toList();
    }

    private record Method(String name, TaskExecutionOutcome last) implements BackgroundWork {

        static Method of(ScheduledTask scheduled) {
            return new Method(scheduled.toString(), scheduled.getTask().getLastExecutionOutcome());
        }

        @Override
        public Condition condition() {
            return last.status() == TaskExecutionOutcome.Status.ERROR ? Condition.STARTING_OVER : Condition.RUNNING;
        }

        @Override
        public String description() {
            Throwable failure = last.throwable();
            return failure == null
                    ? "running"
                    : "is repeated after " + failure.getClass().getName();
        }
    }
}
