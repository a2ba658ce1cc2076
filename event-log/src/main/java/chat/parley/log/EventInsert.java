package chat.parley.log;

import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.LogId;
import chat.parley.events.ParleyEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the positions from the head row and inserts the events, in one statement. */
final class EventInsert {

    private static final String SQL = """
            WITH taken AS (
              UPDATE log.head SET position = position + ?, recorded = greatest(recorded, clock_timestamp())
              RETURNING position, recorded)
            INSERT INTO log.event
            SELECT taken.position - ? + fresh.n, fresh.stream, fresh.sequence, fresh.event_id, fresh.command_id,
                   fresh.type, fresh.revision, taken.recorded, fresh.payload, fresh.metadata, fresh.owner, fresh.content
            FROM taken, unnest(?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::smallint[],
                               ?::bytea[], ?::bytea[], ?::uuid[], ?::bytea[]) WITH ORDINALITY
                 AS fresh (stream, sequence, event_id, command_id, type, revision, payload, metadata, owner, content, n)
            RETURNING position, recorded
            """;

    private record Taken(long position, Instant recorded) {}

    private final JdbcClient jdbc;
    private final LogId log;
    private final EventCodec codec;

    EventInsert(JdbcClient jdbc, LogId log, EventCodec codec) {
        this.jdbc = jdbc;
        this.log = log;
        this.codec = codec;
    }

    List<StoredEvent> insert(List<NewEvent> events, List<EventCodec.Encoded> encoded) {
        int count = events.size();
        List<Taken> taken = jdbc.sql(SQL)
                .param(count)
                .param(count)
                .param(events.stream().map(e -> e.event().stream().value()).toArray(String[]::new))
                .param(events.stream().map(NewEvent::sequence).toArray(Long[]::new))
                .param(events.stream().map(e -> e.id().value()).toArray(UUID[]::new))
                .param(events.stream().map(EventInsert::command).toArray(String[]::new))
                .param(events.stream().map(e -> type(e.event()).typeName()).toArray(String[]::new))
                .param(events.stream()
                        .map(e -> (short) type(e.event()).revision())
                        .toArray(Short[]::new))
                .param(encoded.stream().map(EventCodec.Encoded::payload).toArray(byte[][]::new))
                .param(events.stream().map(e -> codec.encode(e.metadata())).toArray(byte[][]::new))
                .param(encoded.stream().map(EventCodec.Encoded::owner).toArray(UUID[]::new))
                .param(encoded.stream().map(EventCodec.Encoded::content).toArray(byte[][]::new))
                .query((row, _) -> new Taken(
                        row.getLong("position"),
                        row.getObject("recorded", OffsetDateTime.class).toInstant()))
                .list();
        long last = taken.stream().mapToLong(Taken::position).max().orElseThrow();
        return stored(events, last - count, taken.getFirst().recorded());
    }

    private List<StoredEvent> stored(List<NewEvent> events, long before, Instant recorded) {
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (NewEvent fresh : events) {
            long position = before + stored.size() + 1;
            ParleyEvent event = fresh.event();
            stored.add(new StoredEvent(
                    new Envelope(fresh.id(), log, event.stream(), recorded, position, fresh.sequence(), event),
                    fresh.command(),
                    fresh.metadata()));
        }
        return List.copyOf(stored);
    }

    private static EventType type(ParleyEvent event) {
        return EventType.of(event);
    }

    private static @Nullable String command(NewEvent event) {
        return event.command() == null ? null : event.command().value();
    }
}
