package chat.parley.throttling;

import chat.parley.access.MachineClientId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts by token buckets. Most limits are counted in Redis by all processes together; while Redis cannot be reached, and for what happens
 * too often to ask it, each process counts for itself.
 */
public final class Throttle {

    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);
    private static final int MOST_LOCAL = 200_000;
    private static final Duration LOCAL_KEPT = Duration.ofHours(1);

    /** So that not every request waits for a Redis that is away. */
    private static final long ASKED_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

    /** Stores buckets that several processes use. */
    interface SharedBuckets {

        Bucket bucket(Limit limit, String subject, Rates rates);
    }

    private record Key(Limit limit, Object subject) {}

    private final ThrottlingSettings settings;
    private final SharedBuckets shared;
    private final TimeMeter clock;
    private final MeterRegistry meters;
    private final SecurityEvents security;
    private final Cache<Key, Bucket> local = Caffeine.newBuilder()
            .maximumSize(MOST_LOCAL)
            .expireAfterAccess(LOCAL_KEPT)
            .build();
    private final AtomicLong sharedAgainAt = new AtomicLong(System.nanoTime());
    private final AtomicBoolean away = new AtomicBoolean();

    Throttle(
            ThrottlingSettings settings,
            SharedBuckets shared,
            TimeMeter clock,
            MeterRegistry meters,
            SecurityEvents security) {
        this.settings = settings;
        this.shared = shared;
        this.clock = clock;
        this.meters = meters;
        this.security = security;
    }

    /** How often something is accepted, as it is configured. */
    public Rates rates(Limit limit) {
        return settings.of(limit);
    }

    /** Counts once more for a subject, such as an account's id. */
    public Taken take(Limit limit, Object subject) {
        ConsumptionProbe probe = probe(limit, subject);
        if (!probe.isConsumed()) {
            meters.counter("parley.throttled", "limit", limit.label()).increment();
            security.record(throttled(limit, subject));
        }
        return new Taken(
                limit,
                settings.of(limit),
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Other subjects are addresses, and what may be a username. */
    private static SecurityEvent throttled(Limit limit, Object subject) {
        return new SecurityEvent.Throttled(
                limit.label(),
                subject instanceof UserId account ? account : null,
                subject instanceof SessionId session ? session : null,
                subject instanceof MachineClientId client ? client : null);
    }

    /** Forgets what was counted for a subject. */
    public void forget(Limit limit, Object subject) {
        change(limit, subject, Bucket::reset);
    }

    /** Takes back one count. */
    public void giveBack(Limit limit, Object subject) {
        change(limit, subject, bucket -> bucket.addTokens(1));
    }

    private ConsumptionProbe probe(Limit limit, Object subject) {
        if (limit.isShared() && mayAskShared()) {
            try {
                ConsumptionProbe probe = sharedBucket(limit, subject).tryConsumeAndReturnRemaining(1);
                reached();
                return probe;
            } catch (RuntimeException e) {
                notReached(e);
            }
        }
        return localBucket(limit, subject).tryConsumeAndReturnRemaining(1);
    }

    private void change(Limit limit, Object subject, Consumer<Bucket> change) {
        change.accept(localBucket(limit, subject));
        if (limit.isShared() && mayAskShared()) {
            try {
                change.accept(sharedBucket(limit, subject));
            } catch (RuntimeException e) {
                notReached(e);
            }
        }
    }

    private Bucket sharedBucket(Limit limit, Object subject) {
        return shared.bucket(limit, subject.toString(), settings.of(limit));
    }

    private Bucket localBucket(Limit limit, Object subject) {
        return local.get(new Key(limit, subject), _ -> fresh(settings.of(limit)));
    }

    private Bucket fresh(Rates rates) {
        LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(clock);
        for (Bandwidth bandwidth : rates.configuration().getBandwidths()) {
            bucket.addLimit(bandwidth);
        }
        return bucket.build();
    }

    private boolean mayAskShared() {
        return System.nanoTime() - sharedAgainAt.get() >= 0;
    }

    private void reached() {
        if (away.compareAndSet(true, false)) {
            LOG.info("Redis counts requests again");
        }
    }

    private void notReached(RuntimeException e) {
        sharedAgainAt.set(System.nanoTime() + ASKED_AGAIN_NANOS);
        if (away.compareAndSet(false, true)) {
            LOG.warn("Redis does not count requests, so this process counts for itself: {}", e.toString());
        }
    }
}
