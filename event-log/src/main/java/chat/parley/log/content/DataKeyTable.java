package chat.parley.log.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of wrapped data keys. */
final class DataKeyTable {

    /** The NOTIFY channel for destroyed keys, with the owner as payload. */
    static final String CHANNEL = "parley_keys";

    /** The row of one owner; {@code key} is null once it was destroyed. */
    record Row(UUID owner, @Nullable Wrapped key) {}

    /** A data key, encrypted with a master key. */
    record Wrapped(UUID owner, String masterKey, byte[] bytes) {}

    private final JdbcClient jdbc;

    DataKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> read(Collection<UUID> owners) {
        return jdbc.sql("SELECT owner, master_key, wrapped FROM log.data_key WHERE owner = ANY (?)")
                .param(owners.toArray(UUID[]::new))
                .query(DataKeyTable::row)
                .list();
    }

    /** Does nothing if the owner has a key already. */
    void add(Wrapped key) {
        jdbc.sql("INSERT INTO log.data_key (owner, master_key, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(key.owner(), key.masterKey(), key.bytes())
                .update();
    }

    /** Notifies every process when the transaction commits. */
    void destroy(UUID owner, String masterKey) {
        jdbc.sql("""
                        INSERT INTO log.data_key AS held (owner, master_key, destroyed) VALUES (?, ?, now())
                        ON CONFLICT (owner) DO UPDATE SET wrapped = NULL, destroyed = coalesce(held.destroyed, now())
                        """).params(owner, masterKey).update();
        jdbc.sql("SELECT pg_notify('" + CHANNEL + "', ?)")
                .param(owner.toString())
                .query((_, _) -> owner)
                .single();
    }

    List<String> masterKeysInUse() {
        return jdbc.sql("SELECT DISTINCT master_key FROM log.data_key WHERE wrapped IS NOT NULL")
                .query(String.class)
                .list();
    }

    Wrapped anyUnder(String masterKey) {
        return jdbc.sql("SELECT owner, master_key, wrapped FROM log.data_key"
                        + " WHERE master_key = ? AND wrapped IS NOT NULL LIMIT 1")
                .param(masterKey)
                .query(DataKeyTable::wrapped)
                .single();
    }

    /** Ordered by owner, after a given one or from the first. */
    List<Wrapped> underOthersThan(String masterKey, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT owner, master_key, wrapped FROM log.data_key
                        WHERE master_key <> ? AND wrapped IS NOT NULL AND (owner > ?::uuid OR ?::uuid IS NULL)
                        ORDER BY owner LIMIT ?
                        """)
                .param(masterKey)
                .param(after)
                .param(after)
                .param(limit)
                .query(DataKeyTable::wrapped)
                .list();
    }

    /** Whether this service's role may write keys. */
    boolean mayBeWritten() {
        return jdbc.sql("SELECT has_table_privilege('log.data_key', 'INSERT')")
                .query(Boolean.class)
                .single();
    }

    long countUnderOthersThan(String masterKey) {
        return jdbc.sql("SELECT count(*) FROM log.data_key WHERE master_key <> ? AND wrapped IS NOT NULL")
                .param(masterKey)
                .query(Long.class)
                .single();
    }

    /** Does nothing if the key was rewrapped or destroyed meanwhile. */
    void rewrap(Wrapped old, Wrapped fresh) {
        jdbc.sql("UPDATE log.data_key SET master_key = ?, wrapped = ? WHERE owner = ? AND wrapped = ?")
                .params(fresh.masterKey(), fresh.bytes(), old.owner(), old.bytes())
                .update();
    }

    /** Whether the log has events but no key of its own, which it always creates first. */
    boolean isMissing() {
        return jdbc.sql("SELECT position > 0 AND NOT EXISTS (SELECT FROM log.data_key WHERE owner = ?) FROM log.head")
                .param(DataKeys.THE_LOG_ITSELF)
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("owner", UUID.class), row.getBytes("wrapped") == null ? null : wrapped(row, index));
    }

    private static Wrapped wrapped(ResultSet row, int index) throws SQLException {
        return new Wrapped(row.getObject("owner", UUID.class), row.getString("master_key"), row.getBytes("wrapped"));
    }
}
