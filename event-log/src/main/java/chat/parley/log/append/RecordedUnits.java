package chat.parley.log.append;

import chat.parley.events.EventId;
import chat.parley.events.LogId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Finds out which units of a batch are in the log after their answer was lost. */
final class RecordedUnits {

    private static final String SQL = """
            SELECT wanted.n, event.position, event.recorded
            FROM unnest(?::text[], ?::bigint[], ?::uuid[]) WITH ORDINALITY AS wanted (stream, sequence, event_id, n)
            JOIN log.event USING (stream, sequence, event_id)
            """;

    private final LogId log;

    RecordedUnits(LogId log) {
        this.log = log;
    }

    /**
     * @return the outcomes of the units that are in the log, by the id of their first event. A unit is all or nothing, so
     *     its first event stands for all of it.
     */
    Map<EventId, Outcome> among(List<UnitOfWork> batch, Connection connection) throws SQLException {
        Map<EventId, Outcome> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            bind(batch, statement, connection);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UnitOfWork unit = batch.get(rows.getInt(1) - 1);
                    OffsetDateTime recorded = rows.getObject(3, OffsetDateTime.class);
                    found.put(unit.firstId(), unit.recorded(log, rows.getLong(2), recorded.toInstant()));
                }
            }
        }
        return found;
    }

    private static void bind(List<UnitOfWork> batch, PreparedStatement statement, Connection connection)
            throws SQLException {
        PGConnection arrays = connection.unwrap(PGConnection.class);
        long[] sequences = batch.stream().mapToLong(UnitOfWork::firstSequence).toArray();
        UUID[] ids = batch.stream().map(unit -> unit.firstId().value()).toArray(UUID[]::new);
        Array streams = arrays.createArrayOf(
                "text", batch.stream().map(unit -> unit.stream().value()).toArray(String[]::new));
        statement.setArray(1, streams);
        statement.setArray(2, arrays.createArrayOf("int8", sequences));
        statement.setArray(3, arrays.createArrayOf("uuid", ids));
    }
}
