package chat.parley.command.client;

import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program that calls in its own name, and the scopes it may be granted. Written by SQL statements only. */
@Entity
@Table(schema = "accounts", name = "client")
public class MachineClient {

    @Id
    private UUID id;

    private String name;

    private String scopes;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected MachineClient() {}

    public MachineClientId id() {
        return new MachineClientId(id);
    }

    public String name() {
        return name;
    }

    public Set<Scope> scopes() {
        return Scope.parseAll(scopes);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    boolean isProvedBy(MachineClientSecret secret) {
        return revokedAt == null && secret.hashesTo(secretHash);
    }
}
