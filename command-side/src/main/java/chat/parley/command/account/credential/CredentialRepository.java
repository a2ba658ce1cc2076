package chat.parley.command.account.credential;

import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of credentials. Adding and removing join the caller's transaction. */
public interface CredentialRepository extends Repository<Credential, UUID> {

    Optional<Credential> findByUsername(String username);

    @Query("select c from Credential c where c.account = :#{#account.value()}")
    Optional<Credential> findByAccount(UserId account);

    /**
     * Waits while another transaction is adding the same username.
     *
     * @param username in lower case
     * @return 1, or 0 if the username is taken
     */
    @Modifying
    @Transactional(propagation = Propagation.MANDATORY)
    @Query("""
        insert into Credential (account, username, passwordHash, createdAt)
        values (:#{#account.value()}, :username, :passwordHash, :createdAt)
        on conflict (username) do nothing\
        """)
    int add(UserId account, String username, String passwordHash, Instant createdAt);

    /** Locks the credential until the caller's transaction ends: a session that begins meanwhile waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    @NativeQuery("select account from accounts.credential where account = :#{#account.value()} for update")
    void lock(UserId account);

    /** Waits while another transaction is adding the same username, and fails if somebody else has it. */
    @Modifying
    @Transactional(propagation = Propagation.MANDATORY)
    @Query("""
        update Credential c set c.username = :username
        where c.account = :#{#account.value()} and c.username <> :username\
        """)
    void rename(UserId account, String username);

    /** @return 1, or 0 if the old hash is not the stored one any more */
    @Modifying
    @Transactional(propagation = Propagation.MANDATORY)
    @Query("""
        update Credential c set c.passwordHash = :next
        where c.account = :#{#account.value()} and c.passwordHash = :old\
        """)
    int changePassword(UserId account, String old, String next);

    /** Locks the credential until the caller's transaction ends, as {@link #lock} does. */
    @Modifying
    @Transactional(propagation = Propagation.MANDATORY)
    @NativeQuery("""
        with locked as (select account from accounts.credential where account = :#{#account.value()} for update)
        update accounts.credential set suspended = :suspended
        where account in (select account from locked)\
        """)
    void suspend(UserId account, boolean suspended);

    /** Removes a credential; no session may belong to it any more. */
    @Modifying
    @Transactional(propagation = Propagation.MANDATORY)
    @Query("delete from Credential c where c.account = :#{#account.value()}")
    void remove(UserId account);
}
