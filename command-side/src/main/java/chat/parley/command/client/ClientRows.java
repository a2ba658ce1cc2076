package chat.parley.command.client;

import chat.parley.access.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The clients' table. Of a row nothing ever changes but when it was revoked: this service may do no more. */
interface ClientRows extends Repository<MachineClient, UUID> {

    Optional<MachineClient> findById(UUID id);

    boolean existsById(UUID id);

    List<MachineClient> findAllByOrderByCreatedAtAscIdAsc();

    /**
     * Waits where another transaction is about to add the same.
     *
     * @return 1, or 0 where there is a client with this id
     */
    @Modifying
    @Transactional
    @Query("""
            insert into MachineClient (id, name, scopes, secretHash, createdAt)
            values (:#{#id.value()}, :name, :scopes, :secretHash, :createdAt)
            on conflict (id) do nothing""")
    int add(ClientId id, String name, String scopes, byte[] secretHash, Instant createdAt);

    @Modifying
    @Transactional
    @Query("""
            update MachineClient c set c.revokedAt = :now
            where c.id = :#{#id.value()} and c.revokedAt is null""")
    void revoke(ClientId id, Instant now);
}
