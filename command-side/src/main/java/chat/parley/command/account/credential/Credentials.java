package chat.parley.command.account.credential;

import chat.parley.events.UserId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import java.util.UUID;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;

/** The credentials there are. */
@Component
public final class Credentials {

    private final EntityManager entities;

    Credentials(EntityManagerFactory factory) {
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    /**
     * Writes a row within the caller's transaction. Waits where another transaction is about to take the same username.
     *
     * @return false where the username is taken
     */
    public boolean add(Credential credential) {
        return 1
                == entities.createQuery("""
                        insert into Credential (account, username, passwordHash, createdAt)
                        values (:account, :username, :passwordHash, :createdAt)
                        on conflict (username) do nothing""")
                        .setParameter("account", credential.account().value())
                        .setParameter("username", credential.username())
                        .setParameter("passwordHash", credential.passwordHash())
                        .setParameter("createdAt", credential.createdAt())
                        .executeUpdate();
    }

    public Optional<Credential> ofUsername(String username) {
        return entities
                .createQuery("select c from Credential c where c.username = :username", Credential.class)
                .setParameter("username", username)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Until the caller's transaction ends no session of this account begins: one that is about to waits. */
    public void lock(UserId account) {
        entities.createNativeQuery(
                        "select account from accounts.credential where account = :account for update", UUID.class)
                .setParameter("account", account.value())
                .getResultList();
    }

    /** Removes a row that no session belongs to any more, within the caller's transaction. */
    public void remove(UserId account) {
        entities.createQuery("delete from Credential c where c.account = :account")
                .setParameter("account", account.value())
                .executeUpdate();
    }

    public Optional<Credential> ofAccount(UserId account) {
        return Optional.ofNullable(entities.find(Credential.class, account.value()));
    }
}
