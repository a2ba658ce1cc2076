package chat.parley.access;

import chat.parley.events.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The known ended sessions, and since when this knowledge is complete. Reading the table makes it complete; the broadcast
 * keeps it complete only if the subscription began before that reading and has not broken since.
 */
final class EndedSessionCache {

    /** The lifetime of an access token, the tolerated clock difference, and time for an end that was committed late. */
    static final Duration KEPT =
            AccessTokens.ACCESS_LIFETIME.plus(TokenVerifier.CLOCK_SKEW).plusMinutes(1);

    /** How long requests are answered from memory when no source confirms it. */
    static final Duration TRUSTED = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(EndedSessionCache.class);

    private final InstantSource clock;
    private final Map<SessionId, Instant> ends = new ConcurrentHashMap<>();
    private final List<Consumer<SessionId>> listeners = new CopyOnWriteArrayList<>();

    private Instant completeAt = Instant.MIN;
    private long subscriptions;
    private boolean subscribed;
    private boolean subscriptionComplete;

    /** A reading of the table: when it began, and during which subscription (0 for none). */
    record Reading(Instant asked, long subscription) {}

    EndedSessionCache(InstantSource clock) {
        this.clock = clock;
    }

    boolean isEnded(SessionId session) {
        return ends.containsKey(session);
    }

    EndedSessions.Registration listen(Consumer<SessionId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    synchronized boolean reachable() {
        return subscriptionComplete || !completeAt.plus(TRUSTED).isBefore(clock.instant());
    }

    /** Learns of an end, from here or from the broadcast. */
    void learn(SessionId session) {
        if (ends.putIfAbsent(session, clock.instant()) == null) {
            listeners.forEach(listener -> tell(listener, session));
        }
    }

    synchronized Reading beginReading() {
        return new Reading(clock.instant(), subscribed ? subscriptions : 0);
    }

    /** Learns all ends that the table held after the reading began. */
    void endReading(Reading reading, List<SessionId> sessions) {
        sessions.forEach(this::learn);
        ends.values().removeIf(at -> at.plus(KEPT).isBefore(clock.instant()));
        synchronized (this) {
            completeAt = reading.asked();
            subscriptionComplete = subscribed && reading.subscription() == subscriptions;
        }
    }

    /** From now on the broadcast delivers every end. */
    synchronized void subscribed() {
        subscriptions++;
        subscribed = true;
    }

    /** From now on the broadcast may miss ends. */
    synchronized void unsubscribed() {
        if (subscriptionComplete) {
            completeAt = clock.instant();
        }
        subscribed = false;
        subscriptionComplete = false;
    }

    private static void tell(Consumer<SessionId> listener, SessionId session) {
        try {
            listener.accept(session);
        } catch (RuntimeException | Error e) {
            LOG.error("A listener failed on the end of a session", e);
        }
    }
}
