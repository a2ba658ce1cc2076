package chat.parley.log;

import chat.parley.events.EventId;
import chat.parley.events.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the log as it is stored. */
record EventRow(
        long position,
        StreamId stream,
        long sequence,
        EventId event,
        @Nullable CommandId command,
        String type,
        int revision,
        Instant recorded,
        byte[] payload,
        byte[] metadata,
        @Nullable UUID owner,
        byte @Nullable [] content) {

    static EventRow of(ResultSet row, int index) throws SQLException {
        String command = row.getString("command_id");
        return new EventRow(
                row.getLong("position"),
                new StreamId(row.getString("stream")),
                row.getLong("sequence"),
                new EventId(row.getObject("event_id", UUID.class)),
                command == null ? null : new CommandId(command),
                row.getString("type"),
                row.getInt("revision"),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getBytes("metadata"),
                row.getObject("owner", UUID.class),
                row.getBytes("content"));
    }
}
