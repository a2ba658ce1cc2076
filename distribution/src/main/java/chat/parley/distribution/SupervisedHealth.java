package chat.parley.distribution;

import chat.parley.distribution.BackgroundWork.Condition;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether everything runs that goes on by itself: the relay, consumers, what is done every second. One that starts over, for want of
 * RabbitMQ say, will mend itself; one that ended will not come back before the process is started again.
 */
final class SupervisedHealth implements HealthIndicator {

    /** Something is broken, but requests are still answered. */
    static final Status DEGRADED = new Status("DEGRADED");

    private final Supplier<List<Supervising>> all;

    SupervisedHealth(Supplier<List<Supervising>> all) {
        this.all = all;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        List<BackgroundWork> works = all.get().stream()
                .<BackgroundWork>flatMap(each -> each.supervised().stream())
                .toList();
        if (works.stream().anyMatch(work -> work.condition() == Condition.ENDED)) {
            health.down();
        } else if (works.stream().anyMatch(work -> work.condition() == Condition.STARTING_OVER)) {
            health.status(DEGRADED);
        }
        works.forEach(work -> health.withDetail(work.name(), work.description()));
        return health.build();
    }
}
