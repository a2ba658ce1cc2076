package chat.parley.command.session;

import chat.parley.access.EndedSessions;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Begins, refreshes and ends sessions. An end is told to every service once it is committed. */
@Component
public class Sessions {

    /** A session that was not refreshed for so long is over. */
    public static final Duration KEPT_UNUSED = Duration.ofDays(30);

    /** For how long a client whose answer was lost may ask again. */
    static final Duration GRACE = Duration.ofMinutes(1);

    /** Longer than any access token lives, so that one of an ended session is refused wherever it comes. */
    private static final Duration LOOKED_FOR = Duration.ofHours(1);

    private final SessionRows rows;
    private final EndedSessions ended;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionRows rows, EndedSessions ended, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.ended = ended;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** A session and the refresh token that is good for it now. */
    public record Tokened(UserId account, RefreshToken refresh) {

        public SessionId session() {
            return refresh.session();
        }
    }

    /**
     * Begins a session, in the caller's transaction where there is one.
     *
     * @throws Refused {@link Reason#WRONG_CREDENTIALS} where the account was erased a moment ago
     */
    public Tokened begin(UserId account, @Nullable String device) {
        RefreshToken token = RefreshToken.of(new SessionId(UUID.randomUUID()), random);
        try {
            rows.add(token.session(), account, device, token.hash(), now());
        } catch (DataIntegrityViolationException nobodys) {
            throw new Refused(Reason.WRONG_CREDENTIALS);
        }
        return new Tokened(account, token);
    }

    /**
     * Takes a refresh token and gives the next one. A token that comes a second time may come from a client that never saw the answer: for
     * a minute, and while nobody used the next one, it gets another, and that next one is good no more. In every other case
     * the session ends, since one of the two who hold its tokens is not whom they were given to.
     *
     * @throws Refused {@link Reason#REFRESH_INVALID}
     */
    public Tokened refresh(RefreshToken presented) {
        RefreshToken next = RefreshToken.of(presented.session(), random);
        SessionId session = presented.session();
        Instant now = now();
        return rows.rotate(session, presented.hash(), next.hash(), now, usedSince())
                .or(() -> rows.rotateAgain(session, presented.hash(), next.hash(), now, now.minus(GRACE)))
                .map(account -> new Tokened(account, next))
                .orElseThrow(() -> notGood(presented));
    }

    private Refused notGood(RefreshToken presented) {
        find(presented.session())
                .filter(session -> !session.isOver())
                .ifPresent(session -> end(session.id(), reasonAgainst(session)));
        return new Refused(Reason.REFRESH_INVALID);
    }

    private EndReason reasonAgainst(Session session) {
        return session.lastUsedAt().isAfter(usedSince()) ? EndReason.REUSED : EndReason.UNUSED;
    }

    /** Ends a session of one's own, if it has not ended before. */
    public void end(SessionId session, EndReason reason) {
        if (rows.end(session, now(), reason) == 1) {
            ended.ended(session);
        }
    }

    /** Ends every session that was not used for too long. */
    public void endUnused() {
        tell(rows.endUnused(now(), usedSince()));
    }

    /**
     * Ends all of a person who is being erased, within the caller's transaction.
     *
     * @return what the others are to be told of once that is committed
     */
    public List<SessionId> erase(UserId account) {
        List<SessionId> endedNow = rows.endErased(account, now());
        rows.blank(account);
        return endedNow;
    }

    /** Tells every service of ends that are committed. */
    public void tell(List<SessionId> sessions) {
        sessions.forEach(ended::ended);
    }

    /** Deletes what is left of the sessions of people who were erased. */
    public void deleteErased() {
        rows.deleteErased(now().minus(LOOKED_FOR));
    }

    /** Ends the session a refresh token is good for, where it is good. */
    public void end(RefreshToken token, EndReason reason) {
        find(token.session())
                .filter(session -> MessageDigest.isEqual(session.refreshHash(), token.hash()))
                .ifPresent(session -> end(session.id(), reason));
    }

    public Optional<Session> find(SessionId session) {
        return rows.findById(session.value());
    }

    /** Those in use, newest first, after a place. */
    public List<Session> inUse(UserId account, SessionPlace after, int limit) {
        return rows.inUse(account, usedSince(), after, Limit.of(limit));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Instant usedSince() {
        return now().minus(KEPT_UNUSED);
    }
}
