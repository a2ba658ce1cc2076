package chat.parley.log;

import chat.parley.events.Envelope;
import chat.parley.events.EventName;
import chat.parley.events.LogId;
import chat.parley.events.ParleyEvent;
import chat.parley.log.content.ContentUnreadable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/**
 * Reads rows of the log. A row that cannot be read is given out all the same, without what is unreadable of it, and an alarm is
 * raised: nobody who reads the log in order may be stopped by it.
 */
final class EventRows {

    static final String COLUMNS =
            "position, stream, sequence, event_id, command_id, type, revision, recorded, payload, metadata,"
                    + " owner_kind, owner, content";

    /** The same, leaving out what people wrote. */
    static final String COLUMNS_WITHOUT_CONTENT = COLUMNS.replace(", content", ", NULL::bytea AS content");

    private final LogId log;
    private final EventCodec codec;
    private final RowContents contents;
    private final UnreadableRows unreadable;

    EventRows(LogId log, EventCodec codec, RowContents contents, UnreadableRows unreadable) {
        this.log = log;
        this.codec = codec;
        this.contents = contents;
        this.unreadable = unreadable;
    }

    /** What a query that selects {@link #COLUMNS} finds. */
    List<StoredEvent> of(JdbcClient.StatementSpec query) {
        List<EventRow> rows = query.query(EventRow::of).list();
        List<SealedRow> sealed = rows.stream().map(row -> row.sealed(log)).toList();
        RowContents.Keys keys = contents.keysOf(sealed);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> stored(rows.get(i), sealed.get(i), keys))
                .toList();
    }

    private StoredEvent stored(EventRow row, SealedRow sealed, RowContents.Keys keys) {
        Envelope envelope = new Envelope(
                row.event(),
                log,
                row.stream(),
                row.recorded(),
                row.position(),
                row.sequence(),
                event(row, sealed, keys));
        return new StoredEvent(envelope, row.command(), codec.decodeMetadata(row.metadata()), sealed);
    }

    private ParleyEvent event(EventRow row, SealedRow sealed, RowContents.Keys keys) {
        EventName name = sealed.identity().name();
        byte[] content = opened(row, sealed, keys);
        try {
            return codec.decode(row.stream(), name, row.payload(), row.metadata(), content);
        } catch (RuntimeException e) {
            // Nothing is asked of anyone here, so that it is the row that is wrong and will be for ever.
            unreadable.found(row.position(), "payload");
            return codec.damaged(row.stream(), row.metadata());
        }
    }

    private byte @Nullable [] opened(EventRow row, SealedRow sealed, RowContents.Keys keys) {
        try {
            return contents.open(sealed, keys);
        } catch (ContentUnreadable e) {
            unreadable.found(row.position(), e.kind().code());
            return null;
        } catch (JacksonException _) {
            // The payload says nothing of its content; it is found unreadable itself.
            return null;
        }
    }
}
