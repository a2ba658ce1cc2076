package chat.parley.command.relay;

import chat.parley.log.EventLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** How many events were relayed, and how far the broker is behind the log. */
final class RelayMeters {

    private static final long NOT_ACTIVE = -1;

    private final EventLog log;
    private final Counter relayed;
    private final AtomicLong cursor = new AtomicLong(NOT_ACTIVE);

    RelayMeters(EventLog log, MeterRegistry meters) {
        this.log = log;
        this.relayed = Counter.builder("parley.relay.events")
                .description("Events the broker has confirmed")
                .register(meters);
        Gauge.builder("parley.relay.lag", this, RelayMeters::lag)
                .description("Events recorded and not yet confirmed; not a number where another instance relays")
                .register(meters);
    }

    void at(long position) {
        cursor.set(position);
    }

    void relayed(int events) {
        relayed.increment(events);
    }

    void stopped() {
        cursor.set(NOT_ACTIVE);
    }

    private double lag() {
        long position = cursor.get();
        return position == NOT_ACTIVE ? Double.NaN : Math.max(0, log.head() - position);
    }
}
