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
 * What is known of ended sessions, and since when nothing could have been missed. The table is complete each time it is
 * read; the broadcast is complete only for a subscription that began before such a reading and has not broken since.
 */
final class RememberedEnds {

    /** One access token's life, the clocks' difference, and time for an end that was committed late. */
    static final Duration KEPT =
            AccessTokens.ACCESS_LIFETIME.plus(AccessTokens.CLOCK_SKEW).plusMinutes(1);

    /** How long requests are answered from memory with no source to confirm it. */
    static final Duration TRUSTED = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RememberedEnds.class);

    private final InstantSource clock;
    private final Map<SessionId, Instant> ends = new ConcurrentHashMap<>();
    private final List<Consumer<SessionId>> listeners = new CopyOnWriteArrayList<>();

    private Instant completeAt = Instant.MIN;
    private long subscriptions;
    private boolean subscribed;
    private boolean subscriptionComplete;

    /** A reading of the table that has begun: when, and during which subscription, 0 for none. */
    record Reading(Instant asked, long subscription) {}

    RememberedEnds(InstantSource clock) {
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

    /** One end, told here or by the broadcast. */
    void learn(SessionId session) {
        if (ends.putIfAbsent(session, clock.instant()) == null) {
            listeners.forEach(listener -> tell(listener, session));
        }
    }

    synchronized Reading beginReading() {
        return new Reading(clock.instant(), subscribed ? subscriptions : 0);
    }

    /** All ends the table held some time after the reading began. */
    void endReading(Reading reading, List<SessionId> sessions) {
        sessions.forEach(this::learn);
        ends.values().removeIf(at -> at.plus(KEPT).isBefore(clock.instant()));
        synchronized (this) {
            completeAt = reading.asked();
            subscriptionComplete = subscribed && reading.subscription() == subscriptions;
        }
    }

    /** From here on the broadcast brings every end. */
    synchronized void subscribed() {
        subscriptions++;
        subscribed = true;
    }

    /** From here on the broadcast may have missed some. */
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
