package chat.parley.log;

import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.EventType;
import chat.parley.events.LogId;
import chat.parley.events.RecordedShape;
import chat.parley.events.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of the log. */
final class EventRows implements RowMapper<StoredEvent> {

    static final String COLUMNS =
            "position, stream, sequence, event_id, command_id, type, revision, recorded, payload, metadata, content";

    /** The same, leaving out what people wrote. */
    static final String COLUMNS_WITHOUT_CONTENT = COLUMNS.replace(", content", ", NULL::bytea AS content");

    private final LogId log;
    private final EventCodec codec;

    EventRows(LogId log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    @Override
    public StoredEvent mapRow(ResultSet row, int index) throws SQLException {
        Class<? extends RecordedShape> shape = EventType.shape(row.getString("type"), row.getInt("revision"));
        String command = row.getString("command_id");
        Envelope envelope = new Envelope(
                new EventId(row.getObject("event_id", UUID.class)),
                log,
                new StreamId(row.getString("stream")),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                row.getLong("position"),
                row.getLong("sequence"),
                codec.decode(shape, row.getBytes("payload"), row.getBytes("content")));
        return new StoredEvent(
                envelope,
                command == null ? null : new CommandId(command),
                codec.decodeMetadata(row.getBytes("metadata")));
    }
}
