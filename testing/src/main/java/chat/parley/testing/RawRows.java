package chat.parley.testing;

import chat.parley.infrastructure.Address;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the event log as another build, or nobody in their right mind, would write them. */
public final class RawRows {

    private static final String INSERT = """
            WITH taken AS (
              UPDATE log.head SET position = position + 1, recorded = greatest(recorded, clock_timestamp())
              RETURNING position, recorded)
            INSERT INTO log.event (
              position, stream, sequence, event_id, type, revision, recorded, payload, metadata, owner_kind, owner, content)
            SELECT position, ?, (SELECT count(*) FROM log.event WHERE stream = ?), gen_random_uuid(), ?, ?, recorded, ?, ?, ?, ?, ?
            FROM taken RETURNING position""";

    private final String jdbcUrl;
    private final String user;
    private final String password;

    public RawRows(Address.Postgresql database) {
        this(database.jdbcUrl(), database.user(), database.password());
    }

    public RawRows(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /**
     * Appends an event without content, next in its stream.
     *
     * @param facets as JSON, see {@code chat.parley.events.Facets}
     * @return its position
     */
    public long append(String stream, String type, int revision, String payload, String facets) {
        String metadata = "{\"correlation\":\"" + UUID.randomUUID() + "\",\"facets\":" + facets + "}";
        return insert(stream, type, revision, payload, metadata, null);
    }

    /** The same with metadata that are anything at all. */
    public long appendBroken(String stream, String type, String payload, String metadata) {
        return insert(stream, type, 1, payload, metadata, null);
    }

    /** An event whose content is under the key of someone who never had one. */
    public long appendWithoutKey(String stream, String type, String payload, String facets) {
        String metadata = "{\"correlation\":\"" + UUID.randomUUID() + "\",\"facets\":" + facets + "}";
        return insert(stream, type, 1, payload, metadata, UUID.randomUUID());
    }

    /** Takes an event's content away, as the event that forgets it does in its transaction. */
    public void forget(String stream, long sequence) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                PreparedStatement forget = connection.prepareStatement(
                        "UPDATE log.event SET content = NULL WHERE stream = ? AND sequence = ?")) {
            forget.setString(1, stream);
            forget.setLong(2, sequence);
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long insert(
            String stream, String type, int revision, String payload, String metadata, @Nullable UUID owner) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, stream);
            insert.setString(2, stream);
            insert.setString(3, type);
            insert.setInt(4, revision);
            insert.setBytes(5, payload.getBytes(StandardCharsets.UTF_8));
            insert.setBytes(6, metadata.getBytes(StandardCharsets.UTF_8));
            insert.setObject(7, owner == null ? null : (Object) 1, Types.SMALLINT);
            insert.setObject(8, owner, Types.OTHER);
            insert.setBytes(9, owner == null ? null : new byte[64]);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
