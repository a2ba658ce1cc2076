package chat.parley.command.client;

import chat.parley.access.MachineClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of machine clients. Nothing in a row changes except the time of its revocation; the service's role allows no
 * more.
 */
interface MachineClientRepository extends Repository<MachineClient, UUID> {

    Optional<MachineClient> findById(UUID id);

    boolean existsById(UUID id);

    List<MachineClient> findAllByOrderByCreatedAtAscIdAsc();

    /**
     * Waits while another transaction is adding the same client.
     *
     * @return 1, or 0 if there is a client with this id
     */
    @Modifying
    @Transactional
    @Query("""
        insert into MachineClient (id, name, scopes, secretHash, createdAt)
        values (:#{#id.value()}, :name, :scopes, :secretHash, :createdAt)
        on conflict (id) do nothing\
        """)
    int add(MachineClientId id, String name, String scopes, byte[] secretHash, Instant createdAt);

    /** @return 1 if it was revoked now, 0 if it had been before or is nobody */
    @Modifying
    @Transactional
    @Query("""
        update MachineClient c set c.revokedAt = :now
        where c.id = :#{#id.value()} and c.revokedAt is null\
        """)
    int revoke(MachineClientId id, Instant now);
}
