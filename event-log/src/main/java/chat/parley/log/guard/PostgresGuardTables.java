package chat.parley.log.guard;

import chat.parley.events.Allowed;
import chat.parley.events.Findable;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.events.Visibility;
import chat.parley.log.content.UsernameDigest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard tables of usernames, accounts and personal streams. */
public final class PostgresGuardTables implements Usernames, AccountStatuses, PersonalStreams {

    private final JdbcClient jdbc;
    private final UsernameDigest digest;

    public PostgresGuardTables(JdbcClient jdbc, UsernameDigest digest) {
        this.jdbc = jdbc;
        this.digest = digest;
    }

    @Override
    public boolean belongsToAnother(String username, UserId account) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM log.username WHERE username = ? AND account <> ?)
                OR EXISTS (SELECT FROM log.username_of_erased WHERE digest = ? AND account IS DISTINCT FROM ?)
            """)
                .params(username, account.value(), digest.of(username), account.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<UserId> holderOf(String username) {
        return jdbc.sql("SELECT account FROM log.username WHERE username = ?")
                .param(username)
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    @Override
    public Optional<AccountStatus> of(UserId account) {
        return standing("SELECT held, erased FROM log.account WHERE account = ?", account);
    }

    @Override
    public Findable findable(UserId account) {
        return jdbc.sql("SELECT findable FROM log.account WHERE account = ?")
                .param(account.value())
                .query(String.class)
                .optional()
                .map(Findable::ofCode)
                .orElse(Findable.BY_NOTHING);
    }

    @Override
    public Privacy privacy(UserId account) {
        return jdbc.sql("""
            SELECT findable, writes, adds, shows_online, shows_last_seen, shows_receipts, shows_avatar, shows_about
            FROM log.account WHERE account = ?
            """)
                .param(account.value())
                .query((row, _) -> new Privacy(
                        Findable.ofCode(row.getString("findable")),
                        Allowed.ofCode(row.getString("writes")),
                        Allowed.ofCode(row.getString("adds")),
                        new Visibility(
                                Allowed.ofCode(row.getString("shows_online")),
                                Allowed.ofCode(row.getString("shows_last_seen")),
                                Allowed.ofCode(row.getString("shows_receipts")),
                                Allowed.ofCode(row.getString("shows_avatar")),
                                Allowed.ofCode(row.getString("shows_about")))))
                .optional()
                .orElse(new Privacy(Findable.BY_NOTHING, Allowed.NOBODY, Allowed.NOBODY, Visibility.NOBODY));
    }

    @Override
    public Set<UserId> keepingOut(Collection<UserId> people, UserId somebody) {
        return jdbc
                .sql("""
            SELECT account FROM log.account kept WHERE account = ANY (?) AND account <> ? AND ('nobody' IN (adds, writes)
              OR adds = 'friends' AND NOT EXISTS (
                SELECT FROM log.friendship WHERE person = kept.account AND other = ? AND state = 'friends'))
            """)
                .params(people.stream().map(UserId::value).toArray(UUID[]::new), somebody.value(), somebody.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public int countNotErased(Collection<UserId> accounts) {
        return jdbc.sql("SELECT count(*) FROM log.account WHERE account = ANY (?) AND NOT erased")
                .params((Object) accounts.stream().map(UserId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<AccountStatus> lock(UserId account) {
        return standing("SELECT held, erased FROM log.account WHERE account = ? FOR UPDATE", account);
    }

    @Override
    public Set<StreamId> streamsOf(UserId person) {
        return jdbc
                .sql("SELECT stream FROM log.personal_stream WHERE person = ?")
                .param(person.value())
                .query(String.class)
                .list()
                .stream()
                .map(StreamId::of)
                .collect(Collectors.toSet());
    }

    private Optional<AccountStatus> standing(String sql, UserId account) {
        return jdbc.sql(sql)
                .param(account.value())
                .query((row, _) -> new AccountStatus(row.getBoolean("held"), row.getBoolean("erased")))
                .optional();
    }
}
