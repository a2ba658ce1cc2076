package chat.parley.command.session;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of sessions. Each change is one conditional statement, in a transaction of its own if the caller has none. */
interface SessionRepository extends Repository<Session, UUID> {

    /** A session in use was used and begun later than this. */
    record Since(Instant used, Instant begun) {}

    Optional<Session> findById(UUID id);

    /** The sessions in use after a place in the list, newest first. */
    @Query("""
        select s from Session s
        where s.account = :#{#account.value()} and s.endedAt is null and s.lastUsedAt > :#{#since.used()}
          and s.createdAt > :#{#since.begun()}
          and (s.createdAt < :#{#after.createdAt()}
            or s.createdAt = :#{#after.createdAt()} and s.id < :#{#after.id().value()})
        order by s.createdAt desc, s.id desc\
        """)
    List<Session> inUse(UserId account, Since since, SessionCursor after, Limit limit);

    /**
     * Waits while another transaction is erasing or suspending the account.
     *
     * @return 1, or 0 if nobody signs in with it any more
     */
    @Modifying
    @Transactional
    @NativeQuery("""
        insert into accounts.session (id, account, device, created_at, last_used_at, refresh_hash)
        select :#{#id.value()}, account, cast(:device as text), :now, :now, :refreshHash from accounts.credential
        where account = :#{#account.value()} and not suspended for share\
        """)
    int add(SessionId id, UserId account, @Nullable String device, byte[] refreshHash, Instant now);

    @NativeQuery("select exists (select from accounts.credential where account = :#{#account.value()} and suspended)")
    boolean isSuspended(UserId account);

    /** @return the session's person, if the presented token was current and the session in use */
    @Transactional
    @NativeQuery("""
        update accounts.session set refresh_hash = :next, last_used_at = :now,
               replaced_hash = :presented, replaced_at = :now
        where id = :#{#id.value()} and refresh_hash = :presented and ended_at is null
          and last_used_at > :#{#since.used()} and created_at > :#{#since.begun()}
        returning account\
        """)
    Optional<UserId> rotate(SessionId id, byte[] presented, byte[] next, Instant now, Since since);

    /** @return the session's person, if the presented token was replaced recently and its successor was not used */
    @Transactional
    @NativeQuery("""
        update accounts.session set refresh_hash = :next, last_used_at = :now
        where id = :#{#id.value()} and replaced_hash = :presented and replaced_at > :replacedSince and ended_at is null
          and created_at > :begunSince
        returning account\
        """)
    Optional<UserId> rotateAgain(
            SessionId id, byte[] presented, byte[] next, Instant now, Instant replacedSince, Instant begunSince);

    /** @return the session's person if it ended now, nothing if it had ended before */
    @Transactional
    @NativeQuery("""
        update accounts.session set ended_at = :now, end_reason = :#{#reason.name()}
        where id = :#{#id.value()} and ended_at is null returning account\
        """)
    Optional<UserId> end(SessionId id, Instant now, EndReason reason);

    /** @return the sessions that ended now */
    @Transactional
    @NativeQuery("""
        update accounts.session set ended_at = :now, end_reason = 'UNUSED'
        where ended_at is null and last_used_at <= :usedSince returning id\
        """)
    List<SessionId> endUnused(Instant now, Instant usedSince);

    /** @return the sessions that ended now */
    @Transactional
    @NativeQuery("""
        update accounts.session set ended_at = :now, end_reason = 'EXPIRED'
        where ended_at is null and created_at <= :begunSince returning id\
        """)
    List<SessionId> endOld(Instant now, Instant begunSince);

    /** @return the sessions of a person that ended now: all but one */
    @Transactional
    @NativeQuery("""
        update accounts.session set ended_at = :now, end_reason = :#{#reason.name()}
        where account = :#{#account.value()} and id <> :#{#kept.value()} and ended_at is null returning id\
        """)
    List<SessionId> endOthers(UserId account, SessionId kept, Instant now, EndReason reason);

    /** @return the sessions of a person that ended now */
    @Transactional(propagation = Propagation.MANDATORY)
    @NativeQuery("""
        update accounts.session set ended_at = :now, end_reason = :#{#reason.name()}
        where account = :#{#account.value()} and ended_at is null returning id\
        """)
    List<SessionId> endAll(UserId account, Instant now, EndReason reason);

    /** @return the sessions of an erased person that ended now */
    @Transactional(propagation = Propagation.MANDATORY)
    @NativeQuery("""
        update accounts.session set ended_at = :now, end_reason = 'ERASED'
        where account = :#{#account.value()} and ended_at is null returning id\
        """)
    List<SessionId> endErased(UserId account, Instant now);

    /**
     * Removes everything from a person's sessions except when they ended, which is still needed to recognize ended sessions.
     */
    @Modifying
    @Transactional(propagation = Propagation.MANDATORY)
    @NativeQuery("""
        update accounts.session set account = null, device = null, refresh_hash = '', replaced_hash = null, replaced_at = null,
               created_at = ended_at, last_used_at = ended_at
        where account = :#{#account.value()}\
        """)
    void blank(UserId account);

    /** Deletes the sessions of erased people, once they are not needed to recognize ended sessions. */
    @Modifying
    @Transactional
    @Query("delete from Session s where s.account is null and s.endedAt < :endedBefore")
    void deleteErased(Instant endedBefore);
}
