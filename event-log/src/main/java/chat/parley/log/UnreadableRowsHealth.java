package chat.parley.log;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Tells operators of rows that are not whole. Everything else is read and answered, so no service is taken out of rotation for it. */
final class UnreadableRowsHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final UnreadableRows unreadable;

    UnreadableRowsHealth(UnreadableRows unreadable) {
        this.unreadable = unreadable;
    }

    @Override
    public Health health() {
        long count = unreadable.count();
        return count == 0
                ? Health.up().build()
                : Health.status(DEGRADED)
                        .withDetail("unreadable", count)
                        .withDetail("positions", unreadable.positions())
                        .build();
    }
}
