package chat.parley.command.client;

import chat.parley.access.ClientId;
import chat.parley.access.Scope;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The clients there are, besides the operator, who is none of the rows. */
@Component
@EnableConfigurationProperties(OperatorSecret.class)
public class Clients {

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final ClientSecret operator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Clients(
            EntityManagerFactory factory,
            PlatformTransactionManager transactions,
            OperatorSecret operator,
            ObjectProvider<Clock> clock) {
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
        this.transaction = new TransactionTemplate(transactions);
        this.operator = operator.secret();
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** A client and its secret, which is nowhere else; null where the client was made before. */
    public record Made(MachineClient client, @Nullable ClientSecret secret) {}

    /** @throws Refused {@link Reason#IDEMPOTENCY_KEY_REUSED} where there is another client with this id */
    public Made make(ClientId id, String name, Set<Scope> scopes) {
        ClientSecret secret = ClientSecret.fresh(random);
        MachineClient client = new MachineClient(
                id, name, scopes, secret.hash(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        MachineClient before = entities.find(MachineClient.class, id.value());
        if (before == null && isFirst(client)) {
            return new Made(client, secret);
        }
        MachineClient made = before == null ? entities.find(MachineClient.class, id.value()) : before;
        if (!made.name().equals(name) || !made.scopes().equals(scopes)) {
            throw new Refused(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        return new Made(made, null);
    }

    /** False where another attempt, at the same time, made the client. */
    private boolean isFirst(MachineClient client) {
        try {
            transaction.executeWithoutResult(_ -> entities.persist(client));
            return true;
        } catch (DataIntegrityViolationException madeMeanwhile) {
            return false;
        }
    }

    /** All there ever were, oldest first. */
    public List<MachineClient> all() {
        return entities.createQuery("select c from MachineClient c order by c.createdAt, c.id", MachineClient.class)
                .getResultList();
    }

    /**
     * From now on it gets no token. Those it has expire within minutes.
     *
     * @return false where there is no such client
     */
    public boolean revoke(ClientId id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            entities.createQuery(
                            "update MachineClient c set c.revokedAt = :now where c.id = :id and c.revokedAt is null")
                    .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                    .setParameter("id", id.value())
                    .executeUpdate();
            return entities.find(MachineClient.class, id.value()) != null;
        }));
    }

    /** What a client that proves itself may have; nothing for one that does not. */
    public Optional<Set<Scope>> scopesOf(ClientId id, ClientSecret secret) {
        if (id.equals(ClientId.OPERATOR)) {
            return Optional.of(Set.of(Scope.OPERATOR)).filter(_ -> secret.hashesTo(operator.hash()));
        }
        return Optional.ofNullable(entities.find(MachineClient.class, id.value()))
                .filter(client -> client.isProvedBy(secret))
                .map(MachineClient::scopes);
    }
}
