package chat.parley.log.row;

import chat.parley.events.Envelope;
import chat.parley.events.LogId;
import chat.parley.events.ParleyEvent;
import chat.parley.log.SealedRow;
import chat.parley.log.StoredEvent;
import chat.parley.log.content.ContentUnreadable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads rows of the log. A damaged row is returned without its unreadable part, and raises an alarm: no reader of the log
 * may be stopped by it.
 */
public final class EventRowReader {

    public static final String COLUMNS =
            "position, stream, sequence, event_id, command_id, type, revision, recorded, payload, metadata,"
                    + " owner_kind, owner, content";

    /** {@link #COLUMNS} with null for the content. */
    public static final String COLUMNS_WITHOUT_CONTENT = COLUMNS.replace(", content", ", NULL::bytea AS content");

    private final LogId log;
    private final EventCodec codec;
    private final RowDecryptor contents;
    private final UnreadableRows unreadable;

    EventRowReader(LogId log, EventCodec codec, RowDecryptor contents, UnreadableRows unreadable) {
        this.log = log;
        this.codec = codec;
        this.contents = contents;
        this.unreadable = unreadable;
    }

    /** The events found by a query that selects {@link #COLUMNS}. */
    public List<StoredEvent> of(JdbcClient.StatementSpec query) {
        List<EventRow> rows = query.query(EventRow::of).list();
        List<SealedRow> sealed = rows.stream().map(row -> row.sealed(log)).toList();
        RowDecryptor.Keys keys = contents.keysOf(sealed);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> stored(rows.get(i), sealed.get(i), keys))
                .toList();
    }

    private StoredEvent stored(EventRow row, SealedRow sealed, RowDecryptor.Keys keys) {
        Envelope envelope = new Envelope(
                row.event(),
                log,
                row.stream(),
                row.recorded(),
                row.position(),
                row.sequence(),
                event(row, sealed, keys));
        return new StoredEvent(envelope, row.command(), sealed);
    }

    private ParleyEvent event(EventRow row, SealedRow sealed, RowDecryptor.Keys keys) {
        try {
            ObjectNode payload = codec.payload(sealed);
            return codec.decode(sealed, payload, opened(row, sealed, payload, keys));
        } catch (RuntimeException e) {
            // No other system is called here, so the row itself is damaged and will stay so.
            unreadable.found(row.position(), "payload");
            return codec.damaged(sealed);
        }
    }

    private byte @Nullable [] opened(EventRow row, SealedRow sealed, ObjectNode payload, RowDecryptor.Keys keys) {
        try {
            return contents.open(sealed, payload, keys);
        } catch (ContentUnreadable e) {
            unreadable.found(row.position(), e.kind().code());
            return null;
        }
    }
}
