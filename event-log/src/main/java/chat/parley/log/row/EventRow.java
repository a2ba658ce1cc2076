package chat.parley.log.row;

import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.LogId;
import chat.parley.events.Owner;
import chat.parley.events.StreamId;
import chat.parley.log.CommandId;
import chat.parley.log.SealedRow;
import chat.parley.log.content.RowIdentity;
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
        @Nullable Owner owner,
        byte @Nullable [] content) {

    static EventRow of(ResultSet row, int index) throws SQLException {
        String command = row.getString("command_id");
        return new EventRow(
                row.getLong("position"),
                stream(row.getString("stream")),
                row.getLong("sequence"),
                new EventId(row.getObject("event_id", UUID.class)),
                command == null ? null : new CommandId(command),
                row.getString("type"),
                row.getInt("revision"),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getBytes("metadata"),
                owner(row.getInt("owner_kind"), row.getObject("owner", UUID.class)),
                row.getBytes("content"));
    }

    /** A malformed stream name becomes a stream of an unknown category, so that readers of the log go on. */
    private static StreamId stream(String name) {
        return new StreamId(name.indexOf('/') < 1 ? "unreadable/" + name : name);
    }

    private static @Nullable Owner owner(int kind, @Nullable UUID id) {
        return id == null ? null : Owner.of(kind, id);
    }

    SealedRow sealed(LogId log) {
        RowIdentity identity = new RowIdentity(
                log,
                stream,
                sequence,
                event,
                command == null ? null : command.value(),
                owner,
                new EventName(type, revision),
                Sha256.of(payload),
                Sha256.of(metadata));
        return new SealedRow(identity, payload, metadata, content);
    }
}
