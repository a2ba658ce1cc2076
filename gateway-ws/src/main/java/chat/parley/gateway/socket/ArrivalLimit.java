package chat.parley.gateway.socket;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Limits how many clients arrive at a time: ask for a ticket, open a socket or resume. When all clients of a node come back at once, so
 * many half-opened connections would fill its memory, and each would take so long that clients give up and come again. Whoever comes
 * beyond the limit is refused at once and told when to come: one after the other, as fast as clients arrived lately.
 */
@Component
public final class ArrivalLimit {

    private static final int AT_ONCE = 256;
    private static final int LATELY = 128;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** As long as the longest wait between a client's attempts. */
    private static final long LONGEST_WAIT = 10 * SECOND;
    /** Arrivals a second that any machine can bear. */
    private static final long LEAST_PACE = 50;

    private final int atOnce;
    private final LongSupplier nanos;
    private final AtomicInteger arriving;
    private final Counter refused;
    /** When the last ones had resumed, in a ring. */
    private final long[] lately = new long[LATELY];

    private int next;
    private long lastTurn;

    @Autowired
    ArrivalLimit(MeterRegistry meters) {
        this(AT_ONCE, System::nanoTime, meters);
    }

    ArrivalLimit(int atOnce, LongSupplier nanos, MeterRegistry meters) {
        this.atOnce = atOnce;
        this.nanos = nanos;
        this.arriving = Objects.requireNonNull(meters.gauge("parley.gateway.arriving", new AtomicInteger()));
        this.refused = meters.counter("parley.gateway.arrivals.refused");
        this.lastTurn = nanos.getAsLong();
        Arrays.fill(lately, lastTurn - LATELY * SECOND / LEAST_PACE);
    }

    /** A step of one client's arrival; closed when the step is done. */
    public interface Step extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Begins a step of a client that may be sent away.
     *
     * @throws Refused {@link Reason#SLOW_DOWN} with the time after which it may come
     */
    public Step admit() {
        if (arriving.incrementAndGet() > atOnce) {
            arriving.decrementAndGet();
            refused.increment();
            throw new Refused(Reason.SLOW_DOWN, "Too many clients connect at this moment.", turn());
        }
        return arriving::decrementAndGet;
    }

    /** Begins the resume of a client that was let in: it counts, and is never sent away. */
    public Step resume() {
        arriving.incrementAndGet();
        return () -> {
            arriving.decrementAndGet();
            arrived();
        };
    }

    private synchronized void arrived() {
        lately[next] = nanos.getAsLong();
        next = (next + 1) % LATELY;
    }

    /** Each who is refused gets a time behind the one before. */
    private synchronized Duration turn() {
        long now = nanos.getAsLong();
        long apart = Math.min(SECOND / LEAST_PACE, (now - lately[next]) / LATELY);
        lastTurn = Math.max(lastTurn, now + SECOND) + apart;
        if (lastTurn - now > LONGEST_WAIT) {
            lastTurn = now + SECOND;
        }
        return Duration.ofNanos(lastTurn - now);
    }
}
