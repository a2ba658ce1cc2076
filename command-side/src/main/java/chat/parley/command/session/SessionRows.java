package chat.parley.command.session;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;

/** The sessions' table. Each change is one statement that says what it expects to find. */
@Component
class SessionRows {

    private final EntityManager entities;

    SessionRows(EntityManagerFactory factory) {
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    void add(Session session) {
        entities.persist(session);
        entities.flush();
    }

    Optional<Session> find(SessionId id) {
        return Optional.ofNullable(entities.find(Session.class, id.value()));
    }

    /** @return whether the presented token was the good one and its session was in use */
    boolean rotate(RefreshToken presented, RefreshToken next, Instant now, Instant usedSince) {
        return 1
                == entities.createQuery("""
                        update Session s set s.refreshHash = :next, s.lastUsedAt = :now
                        where s.id = :id and s.refreshHash = :presented
                          and s.endedAt is null and s.lastUsedAt > :usedSince""")
                        .setParameter("next", next.hash())
                        .setParameter("now", now)
                        .setParameter("id", presented.session().value())
                        .setParameter("presented", presented.hash())
                        .setParameter("usedSince", usedSince)
                        .executeUpdate();
    }

    /** @return whether it ended now */
    boolean end(SessionId id, Instant now, EndReason reason) {
        return 1
                == entities.createQuery("""
                        update Session s set s.endedAt = :now, s.endReason = :reason
                        where s.id = :id and s.endedAt is null""")
                        .setParameter("now", now)
                        .setParameter("reason", reason)
                        .setParameter("id", id.value())
                        .executeUpdate();
    }

    /**
     * Ends those of one person, and leaves of all that person ever had nothing but when each ended: whoever looks for lately
     * ended sessions still finds them.
     *
     * @return those that ended now
     */
    List<SessionId> erase(UserId account, Instant now) {
        List<?> ids = entities.createNativeQuery("""
                        update accounts.session set ended_at = :now, end_reason = 'ERASED'
                        where account = :account and ended_at is null returning id""", UUID.class)
                .setParameter("now", now)
                .setParameter("account", account.value())
                .getResultList();
        entities.createNativeQuery("""
                        update accounts.session set account = null, device = null, refresh_hash = '',
                               created_at = ended_at, last_used_at = ended_at
                        where account = :account""").setParameter("account", account.value()).executeUpdate();
        return ids.stream().map(id -> new SessionId((UUID) id)).toList();
    }

    /** Those of people who were erased, once nobody looks for them any more. */
    void deleteErased(Instant endedBefore) {
        entities.createQuery("delete from Session s where s.account is null and s.endedAt < :endedBefore")
                .setParameter("endedBefore", endedBefore)
                .executeUpdate();
    }

    /** @return those that ended now */
    List<SessionId> endUnused(Instant now, Instant usedSince) {
        List<?> ids = entities.createNativeQuery("""
                        update accounts.session set ended_at = :now, end_reason = 'UNUSED'
                        where ended_at is null and last_used_at <= :usedSince returning id""", UUID.class)
                .setParameter("now", now)
                .setParameter("usedSince", usedSince)
                .getResultList();
        return ids.stream().map(id -> new SessionId((UUID) id)).toList();
    }

    /** Those in use, newest first, that come after a place in this order. */
    List<Session> inUse(UserId account, Instant usedSince, SessionPlace after, int limit) {
        return entities.createQuery("""
                        select s from Session s
                        where s.account = :account and s.endedAt is null and s.lastUsedAt > :usedSince
                          and (s.createdAt < :createdAt or s.createdAt = :createdAt and s.id < :id)
                        order by s.createdAt desc, s.id desc""", Session.class)
                .setParameter("account", account.value())
                .setParameter("usedSince", usedSince)
                .setParameter("createdAt", after.createdAt())
                .setParameter("id", after.id().value())
                .setMaxResults(limit)
                .getResultList();
    }
}
