package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

class RepeatedTaskTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        scheduler.close();
    }

    @Test
    void whateverOneTimeFailsWithTheNextFollows() {
        List<Throwable> failures = List.of(
                new IllegalStateException(),
                new StackOverflowError(),
                new NoClassDefFoundError(),
                new OutOfMemoryError("not really"));
        Runnable task = () -> {
            int run = runs.getAndIncrement();
            if (run < failures.size()) {
                switch (failures.get(run)) {
                    case Error error -> throw error;
                    case RuntimeException exception -> throw exception;
                    default -> throw new IllegalArgumentException();
                }
            }
        };
        try (RepeatedTask repeated = RepeatedTask.start(scheduler, "work", AT_ONCE, task)) {
            await().until(() -> runs.get() > failures.size());
            await().until(() -> health(repeated).equals(Status.UP));
        }
    }

    @Test
    void whatKeepsFailingIsShownAndSoIsWhatIsRepeatedNoMore() {
        Runnable failing = () -> {
            runs.incrementAndGet();
            throw new StackOverflowError();
        };
        RepeatedTask repeated = RepeatedTask.start(scheduler, "work", AT_ONCE, failing);
        await().until(() -> runs.get() > 1);
        assertThat(health(repeated)).isEqualTo(SupervisedHealth.DEGRADED);
        assertThat(repeated.description()).isEqualTo("is repeated after java.lang.StackOverflowError");
        repeated.close();
        assertThat(health(repeated)).isEqualTo(Status.DOWN);
    }

    private static Status health(RepeatedTask repeated) {
        return new SupervisedHealth(() -> List.of(() -> List.of(repeated)))
                .health()
                .getStatus();
    }
}
