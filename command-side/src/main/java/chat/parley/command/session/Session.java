package chat.parley.command.session;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sign-in on one device. Written by SQL statements only, so that two requests never overwrite each other. */
@Entity
@Table(schema = "accounts", name = "session")
public class Session {

    @Id
    private UUID id;

    private @Nullable UUID account;

    private @Nullable String device;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "refresh_hash")
    private byte[] refreshHash;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable EndReason endReason;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Session() {}

    public SessionId id() {
        return new SessionId(id);
    }

    public boolean isOf(UserId user) {
        return user.value().equals(account);
    }

    /** The person's name for the device, if they gave one. */
    public @Nullable String device() {
        return device;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    byte[] refreshHash() {
        return refreshHash.clone();
    }

    public @Nullable EndReason endReason() {
        return endReason;
    }
}
