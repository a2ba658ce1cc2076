package chat.parley.log.row;

import chat.parley.log.LogHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports damaged rows to operators. All other rows are still served, so the status does not take the service out of
 * rotation.
 */
final class UnreadableRowsHealth implements HealthIndicator {

    private final UnreadableRows unreadable;

    UnreadableRowsHealth(UnreadableRows unreadable) {
        this.unreadable = unreadable;
    }

    @Override
    public Health health() {
        long count = unreadable.count();
        return count == 0
                ? Health.up().build()
                : Health.status(LogHealth.DEGRADED)
                        .withDetail("unreadable", count)
                        .withDetail("positions", unreadable.positions())
                        .build();
    }
}
