package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class SupervisedTest {

    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void whateverAnAttemptFailsWithItIsRepeated() {
        List<Throwable> failures = List.of(
                new IllegalStateException(),
                new StackOverflowError(),
                new NoClassDefFoundError(),
                new AssertionError());
        try (Supervised supervised = supervised(failures)) {
            await().until(() -> attempts.get() == failures.size() + 1);
            assertThat(supervised.condition()).isEqualTo(BackgroundWork.Condition.STARTING_OVER);
            assertThat(health(supervised).getStatus()).isEqualTo(SupervisedHealth.DEGRADED);
        }
    }

    @Test
    void whatRunsIsWell() {
        try (Supervised supervised = supervised(List.of())) {
            await().until(() -> attempts.get() == 1);
            assertThat(health(supervised))
                    .isEqualTo(Health.up().withDetail("work", "running").build());
        }
    }

    @Test
    void whenTheJvmFailsItEndsAndSaysSo() {
        try (Supervised supervised = supervised(List.of(new OutOfMemoryError("not really")))) {
            await().until(() -> supervised.condition() == BackgroundWork.Condition.ENDED);
            assertThat(attempts).hasValue(1);
            assertThat(health(supervised))
                    .isEqualTo(Health.status(Status.DOWN)
                            .withDetail("work", "ended by java.lang.OutOfMemoryError")
                            .build());
        }
    }

    /** Fails with each in turn and then goes on. */
    private Supervised supervised(List<Throwable> failures) {
        return Supervised.start("work", () -> {
            int attempt = attempts.getAndIncrement();
            if (attempt < failures.size()) {
                switch (failures.get(attempt)) {
                    case Error error -> throw error;
                    case Exception exception -> throw exception;
                    default -> throw new IllegalArgumentException();
                }
            }
            never.await();
        });
    }

    private static Health health(Supervised supervised) {
        return new SupervisedHealth(() -> List.of(() -> List.of(supervised))).health();
    }
}
