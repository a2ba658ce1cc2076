package chat.parley.gateway.sfu;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** While the media server is away, everything but calls in groups goes on. */
@Component("groupCallsHealthIndicator")
class SfuHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final SfuSettings settings;
    private final Janus janus;

    SfuHealth(SfuSettings settings, Janus janus) {
        this.settings = settings;
        this.janus = janus;
    }

    @Override
    public Health health() {
        if (!settings.isThere()) {
            return Health.up().withDetail("mediaServer", "none").build();
        }
        return (janus.isConnected() ? Health.up() : Health.status(DEGRADED))
                .withDetail("mediaServer", janus.isConnected())
                .build();
    }
}
