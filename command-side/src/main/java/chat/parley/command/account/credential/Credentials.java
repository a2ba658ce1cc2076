package chat.parley.command.account.credential;

import chat.parley.events.UserId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
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
     * Writes a row within the caller's transaction, at once.
     *
     * @throws jakarta.persistence.PersistenceException the username is taken
     */
    public void add(Credential credential) {
        entities.persist(credential);
        entities.flush();
    }

    public Optional<Credential> ofUsername(String username) {
        return entities.createQuery("select c from Credential c where c.username = :username", Credential.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    public Optional<Credential> ofAccount(UserId account) {
        return Optional.ofNullable(entities.find(Credential.class, account.value()));
    }
}
