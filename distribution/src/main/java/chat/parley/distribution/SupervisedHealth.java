package chat.parley.distribution;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether everything runs that works on threads of its own: the relay, consumers, the gateway's inbox. One that starts over, for want of
 * RabbitMQ say, will mend itself; one that ended will not come back before the process is started again.
 */
final class SupervisedHealth implements HealthIndicator {

    /** Something does not work as it should, and requests are answered all the same. */
    static final Status DEGRADED = new Status("DEGRADED");

    private final Supplier<List<Supervising>> all;

    SupervisedHealth(Supplier<List<Supervising>> all) {
        this.all = all;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        List<Supervised> threads =
                all.get().stream().flatMap(each -> each.supervised().stream()).toList();
        if (threads.stream().anyMatch(thread -> thread.condition() == Supervised.Condition.ENDED)) {
            health.down();
        } else if (threads.stream().anyMatch(thread -> thread.condition() == Supervised.Condition.STARTING_OVER)) {
            health.status(DEGRADED);
        }
        threads.forEach(thread -> health.withDetail(thread.name(), thread.description()));
        return health.build();
    }
}
