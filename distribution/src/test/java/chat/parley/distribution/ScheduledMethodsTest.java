package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.ScheduledTaskHolder;

class ScheduledMethodsTest {

    @Test
    void aMethodThatKeepsFailingIsRepeatedAndShownUntilItWorks() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Work.class)) {
            ScheduledMethods methods =
                    new ScheduledMethods(() -> context.getBeansOfType(ScheduledTaskHolder.class).values().stream());
            SupervisedHealth health = new SupervisedHealth(() -> List.of(methods));
            Work work = context.getBean(Work.class);
            await().until(() -> work.runs.get() > 1);
            await().until(() -> health.health().getStatus().equals(SupervisedHealth.DEGRADED));
            assertThat(shown(health.health()))
                    .anySatisfy(each -> assertThat(each).contains("StackOverflowError"));
            work.failing = false;
            await().until(() -> health.health().getStatus().equals(Status.UP));
        }
    }

    private static List<String> shown(Health health) {
        return health.getDetails().values().stream().map(Object::toString).toList();
    }

    @EnableScheduling
    static class Work {

        final AtomicInteger runs = new AtomicInteger();
        volatile boolean failing = true;

        @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MILLISECONDS)
        void work() {
            runs.incrementAndGet();
            if (failing) {
                throw new StackOverflowError();
            }
        }
    }
}
