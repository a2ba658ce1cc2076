package chat.parley.command.account.credential;

import chat.parley.events.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A username and the hash of its password. Written by SQL statements only. */
@Entity
@Table(schema = "accounts", name = "credential")
public class Credential {

    @Id
    private UUID account;

    private String username;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean suspended;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Credential() {}

    public UserId account() {
        return new UserId(account);
    }

    public String username() {
        return username;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether nobody signs in with it for now. */
    public boolean isSuspended() {
        return suspended;
    }
}
