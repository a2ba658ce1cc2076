package chat.parley.command.objects;

import chat.parley.log.LogHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Checks whether the object store's clock is that of this machine: addresses of files are signed here for some minutes, and the store decides
 * when these are over. While it does not answer, what it said last holds.
 */
@Component("objectStoreClockHealthIndicator")
class StoreClockMonitor implements HealthIndicator, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(StoreClockMonitor.class);

    /** Less than half of what an address of a file is good for at least. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final ObjectStore objects;
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    StoreClockMonitor(ObjectStore objects, ObjectProvider<Clock> clock) {
        this.objects = objects;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void look() {
        boolean before = isApart();
        try {
            Instant asked = clock.instant();
            objects.clock().ifPresent(there -> ahead = ahead(asked, there, clock.instant()));
        } catch (RuntimeException e) {
            LOG.debug("the object store's clock cannot be read: {}", e.toString());
            return;
        }
        if (isApart() && !before) {
            LOG.error(
                    "The object store's clock is {} s {} this machine's: addresses of files are over too late or too"
                            + " early",
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead of");
        } else if (!isApart() && before) {
            LOG.info("The object store's clock and this machine's say the same again");
        }
    }

    /** An answer says a whole second, at some time between asking and hearing it: within that, nothing is known to be wrong. */
    private static Duration ahead(Instant asked, Instant there, Instant heard) {
        if (there.isAfter(heard)) {
            return Duration.between(heard, there);
        }
        Instant latest = there.plusSeconds(1);
        return latest.isBefore(asked) ? Duration.between(asked, latest) : Duration.ZERO;
    }

    private boolean isApart() {
        return ahead.abs().compareTo(TOLERATED) > 0;
    }

    /** Not part of readiness: messages are still accepted. */
    @Override
    public Health health() {
        return (isApart() ? Health.status(LogHealth.DEGRADED) : Health.up())
                .withDetail("secondsAhead", ahead.toSeconds())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parley.objects.clock.ahead", () -> ahead.toMillis() / 1000.0)
                .description("Seconds by which the object store's clock is ahead of this machine's")
                .baseUnit("seconds")
                .register(registry);
    }
}
