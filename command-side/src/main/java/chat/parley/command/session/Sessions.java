package chat.parley.command.session;

import chat.parley.access.EndedSessions;
import chat.parley.command.deployment.DeploymentKey;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttle;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins, refreshes and ends sessions. Every service learns of an end after its commit. */
@Component
public class Sessions {

    /** A session that was not refreshed for this long has ended. */
    public static final Duration KEPT_UNUSED = Duration.ofDays(30);

    /** However much it is used, a session ends at this age. */
    static final Duration LONGEST = Duration.ofDays(90);

    /** How long a client whose answer was lost may repeat its refresh. */
    static final Duration GRACE = Duration.ofMinutes(1);

    /** Longer than the life of an access token, so that the tokens of an ended session are refused everywhere. */
    private static final Duration LOOKED_FOR = Duration.ofHours(1);

    private final SessionRepository rows;
    private final EndedSessions ended;
    private final DeploymentKey deployment;
    private final SecurityEvents security;
    private final Throttle throttle;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(
            SessionRepository rows,
            EndedSessions ended,
            DeploymentKey deployment,
            SecurityEvents security,
            Throttle throttle,
            ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.deployment = deployment;
        this.ended = ended;
        this.security = security;
        this.throttle = throttle;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** A session and its current refresh token. */
    public record IssuedSession(UserId account, RefreshToken refresh) {

        public SessionId session() {
            return refresh.session();
        }
    }

    /**
     * Begins a session, in the caller's transaction if there is one.
     *
     * @throws Refused {@link Reason#ACCOUNT_SUSPENDED}; {@link Reason#WRONG_CREDENTIALS} if the account was erased a moment ago
     */
    public IssuedSession begin(UserId account, @Nullable String device) {
        RefreshToken token = RefreshToken.of(new SessionId(UUID.randomUUID()), random, deployment);
        if (rows.add(token.session(), account, device, token.hash(), now()) == 0) {
            throw new Refused(rows.isSuspended(account) ? Reason.ACCOUNT_SUSPENDED : Reason.WRONG_CREDENTIALS);
        }
        return new IssuedSession(account, token);
    }

    /**
     * Exchanges a refresh token for the next one. If a token comes a second time, the client may have missed the answer: for
     * a minute, and as long as its successor is unused, it gets another successor, and the first one becomes invalid. In
     * every other case the session ends, because two parties hold its tokens. A token that was never issued ends nothing.
     *
     * @throws Refused {@link Reason#REFRESH_INVALID}; {@link Reason#SLOW_DOWN}, which only whoever has or had a token of the session can bring
     *     about
     */
    public IssuedSession refresh(RefreshToken presented) {
        if (presented.wasIssuedBy(deployment)) {
            throttle.take(Limit.REFRESH_SESSION, presented.session()).orRefuse();
        }
        RefreshToken next = RefreshToken.of(presented.session(), random, deployment);
        SessionId session = presented.session();
        Instant now = now();
        return rows.rotate(session, presented.hash(), next.hash(), now, since())
                .or(() -> rows.rotateAgain(
                        session, presented.hash(), next.hash(), now, now.minus(GRACE), now.minus(LONGEST)))
                .map(account -> new IssuedSession(account, next))
                .orElseThrow(() -> notGood(presented));
    }

    private Refused notGood(RefreshToken presented) {
        find(presented.session()).filter(session -> wasIts(presented, session)).ifPresent(session -> {
            security.record(new SecurityEvent.RefreshRefused(session.id()));
            end(session.id(), reasonAgainst(session));
        });
        return new Refused(Reason.REFRESH_INVALID);
    }

    /** A token that was never issued proves nothing but that somebody knows the session's id. */
    private boolean wasIts(RefreshToken presented, Session session) {
        return presented.wasIssuedBy(deployment) || MessageDigest.isEqual(session.refreshHash(), presented.hash());
    }

    private EndReason reasonAgainst(Session session) {
        if (!session.createdAt().isAfter(since().begun())) {
            return EndReason.EXPIRED;
        }
        return session.lastUsedAt().isAfter(since().used()) ? EndReason.REUSED : EndReason.UNUSED;
    }

    /** Ends a session, unless it has ended before. */
    public void end(SessionId session, EndReason reason) {
        rows.end(session, now(), reason).ifPresent(account -> {
            ended.ended(session);
            security.record(new SecurityEvent.SessionEnded(session, account, reason.code()));
        });
    }

    /** Ends sessions that are too old or that nobody uses any more, and deletes what is left of those of erased people. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void expire() {
        endUnused();
        endOld();
        rows.deleteErased(now().minus(LOOKED_FOR));
    }

    /** Ends every session that was not used for too long. */
    public void endUnused() {
        announce(rows.endUnused(now(), since().used()), EndReason.UNUSED);
    }

    void endOld() {
        announce(rows.endOld(now(), since().begun()), EndReason.EXPIRED);
    }

    /**
     * Ends all sessions of a person but one, in the caller's transaction if there is one.
     *
     * @return the ended sessions, to be announced after the commit
     */
    public List<SessionId> endOthers(UserId account, SessionId kept, EndReason reason) {
        return rows.endOthers(account, kept, now(), reason);
    }

    /**
     * Ends all sessions of a person, in the caller's transaction.
     *
     * @return the ended sessions, to be announced after the commit
     */
    public List<SessionId> endAll(UserId account, EndReason reason) {
        return rows.endAll(account, now(), reason);
    }

    /**
     * Ends all sessions of a person who is being erased, in the caller's transaction.
     *
     * @return the ended sessions, to be announced after the commit
     */
    public List<SessionId> erase(UserId account) {
        List<SessionId> endedNow = rows.endErased(account, now());
        rows.blank(account);
        return endedNow;
    }

    /** Announces committed ends to every service. */
    public void announce(List<SessionId> sessions, EndReason reason) {
        sessions.forEach(session -> {
            ended.ended(session);
            security.record(new SecurityEvent.SessionEnded(session, null, reason.code()));
        });
    }

    /** Ends the session of a refresh token, if the token is current. */
    public void end(RefreshToken token, EndReason reason) {
        find(token.session())
                .filter(session -> MessageDigest.isEqual(session.refreshHash(), token.hash()))
                .ifPresent(session -> end(session.id(), reason));
    }

    public Optional<Session> find(SessionId session) {
        return rows.findById(session.value());
    }

    /** The sessions in use after a place in the list, newest first. */
    public List<Session> inUse(UserId account, SessionCursor after, int limit) {
        return rows.inUse(account, since(), after, org.springframework.data.domain.Limit.of(limit));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private SessionRepository.Since since() {
        return new SessionRepository.Since(now().minus(KEPT_UNUSED), now().minus(LONGEST));
    }
}
