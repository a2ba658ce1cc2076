package chat.parley.command.clock;

import chat.parley.log.read.LogTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Checks every second whether PostgreSQL's clock is behind the log, and reports it in health, metrics and the application
 * log.
 */
@Component("logClockHealthIndicator")
class ClockSkewMonitor implements HealthIndicator, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSkewMonitor.class);

    /** A clock that is adjusted gradually is never this far behind. */
    private static final Duration TOLERATED = Duration.ofSeconds(1);

    private final LogTime time;
    private volatile Duration behind = Duration.ZERO;

    ClockSkewMonitor(LogTime time) {
        this.time = time;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        Duration before = behind;
        try {
            behind = time.aheadOfClock();
        } catch (DataAccessException e) {
            LOG.debug("the log's time cannot be read: {}", e.getMessage());
            return;
        }
        if (isTooFar(behind) && !isTooFar(before)) {
            LOG.error(
                    "PostgreSQL's clock is {} s behind the log: until it has caught up, everything is recorded at one"
                            + " time",
                    behind.toSeconds());
        } else if (!isTooFar(behind) && isTooFar(before)) {
            LOG.info("PostgreSQL's clock has caught up with the log");
        }
    }

    private static boolean isTooFar(Duration behind) {
        return behind.compareTo(TOLERATED) > 0;
    }

    /** Not part of readiness: messages are still accepted. */
    @Override
    public Health health() {
        Duration now = behind;
        return (isTooFar(now) ? Health.down() : Health.up())
                .withDetail("secondsBehindLog", now.toSeconds())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parley.log.clock.behind", () -> behind.toMillis() / 1000.0)
                .description("Seconds by which PostgreSQL's clock is behind what was recorded last")
                .baseUnit("seconds")
                .register(registry);
    }
}
