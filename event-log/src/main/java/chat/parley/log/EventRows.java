package chat.parley.log;

import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.LogId;
import chat.parley.events.RecordedShape;
import chat.parley.log.content.DataKey;
import chat.parley.log.content.PersonalContent;
import chat.parley.log.content.RowIdentity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads rows of the log. Keys are fetched for all rows at once, and after the rows' connection was given back: a reader that
 * held one and waited for a second would starve the others.
 */
final class EventRows {

    static final String COLUMNS =
            "position, stream, sequence, event_id, command_id, type, revision, recorded, payload, metadata, owner, content";

    /** The same, leaving out what people wrote. */
    static final String COLUMNS_WITHOUT_CONTENT = COLUMNS.replace(", content", ", NULL::bytea AS content");

    private final LogId log;
    private final EventCodec codec;
    private final PersonalContent personal;

    EventRows(LogId log, EventCodec codec, PersonalContent personal) {
        this.log = log;
        this.codec = codec;
        this.personal = personal;
    }

    /** What a query that selects {@link #COLUMNS} finds. */
    List<StoredEvent> of(JdbcClient.StatementSpec query) {
        List<EventRow> rows = query.query(EventRow::of).list();
        Map<UUID, DataKey> keys = personal.keysOf(rows.stream()
                .filter(row -> row.content() != null)
                .map(EventRow::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> event(row, keys)).toList();
    }

    private StoredEvent event(EventRow row, Map<UUID, DataKey> keys) {
        Class<? extends RecordedShape> shape = EventType.shape(row.type(), row.revision());
        Envelope envelope = new Envelope(
                row.event(),
                log,
                row.stream(),
                row.recorded(),
                row.position(),
                row.sequence(),
                codec.decode(shape, row.payload(), opened(row, keys)));
        return new StoredEvent(envelope, row.command(), codec.decodeMetadata(row.metadata()));
    }

    private byte @Nullable [] opened(EventRow row, Map<UUID, DataKey> keys) {
        byte[] sealed = row.content();
        if (sealed == null) {
            return null;
        }
        RowIdentity identity = new RowIdentity(log, row.stream(), row.sequence(), row.event());
        return personal.open(keys.get(row.owner()), identity, row.position(), sealed);
    }
}
