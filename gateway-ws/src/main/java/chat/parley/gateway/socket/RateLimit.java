package chat.parley.gateway.socket;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Permits something a number of times per period. For one thread at a time. */
public final class RateLimit {

    private final int times;
    private final long period;
    private final LongSupplier nanos;
    private long since;
    private int used;

    RateLimit(int times, Duration period, LongSupplier nanos) {
        this.times = times;
        this.period = period.toNanos();
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    public boolean permits() {
        long now = nanos.getAsLong();
        if (now - since >= period) {
            since = now;
            used = 0;
        }
        used++;
        return used <= times;
    }

    /** How long until it permits the next. */
    public Duration untilNext() {
        return used < times ? Duration.ZERO : Duration.ofNanos(Math.max(0, since + period - nanos.getAsLong()));
    }
}
