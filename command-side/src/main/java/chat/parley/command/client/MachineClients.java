package chat.parley.command.client;

import chat.parley.access.EndedSessions;
import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import chat.parley.events.SessionId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The machine clients in the table, and the operator, who is configured instead. */
@Component
@EnableConfigurationProperties(OperatorSecret.class)
public class MachineClients {

    private final MachineClientRepository rows;
    private final EndedSessions ended;
    private final MachineClientSecret operator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MachineClients(
            MachineClientRepository rows, EndedSessions ended, OperatorSecret operator, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.ended = ended;
        this.operator = operator.secret();
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** A client and its secret, which is not stored; null if the client was created by an earlier attempt. */
    public record Made(MachineClient client, @Nullable MachineClientSecret secret) {}

    /** @throws Refused {@link Reason#IDEMPOTENCY_KEY_REUSED} if there is another client with this id */
    public Made make(MachineClientId id, String name, Set<Scope> scopes) {
        MachineClientSecret secret = MachineClientSecret.fresh(random);
        boolean isFirst = rows.add(id, name, Scope.join(scopes), secret.hash(), now()) == 1;
        MachineClient made = rows.findById(id.value()).orElseThrow();
        if (!made.name().equals(name) || !made.scopes().equals(scopes)) {
            throw new Refused(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        return new Made(made, isFirst ? secret : null);
    }

    /** All clients, revoked ones too, oldest first. */
    public List<MachineClient> all() {
        return rows.findAllByOrderByCreatedAtAscIdAsc();
    }

    /**
     * Revokes a client: it gets no more tokens, and every service refuses those it has within a second.
     *
     * @return false if there is no such client
     */
    public boolean revoke(MachineClientId id) {
        if (rows.revoke(id, now()) == 1) {
            ended.ended(new SessionId(id.value()));
        }
        return rows.existsById(id.value());
    }

    /** The scopes a client may have; empty if the secret is wrong. */
    public Optional<Set<Scope>> scopesOf(MachineClientId id, MachineClientSecret secret) {
        if (id.equals(MachineClientId.OPERATOR)) {
            return Optional.of(Set.of(Scope.OPERATOR)).filter(_ -> secret.hashesTo(operator.hash()));
        }
        return rows.findById(id.value())
                .filter(client -> client.isProvedBy(secret))
                .map(MachineClient::scopes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
