package chat.parley.log.read;

import chat.parley.events.EventType;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.EventCodec;
import chat.parley.log.row.EventRowReader;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the end of each stream by the index on its sequences. */
final class PostgresStreamQueries implements StreamQueries {

    /** Matches the {@code number} facet in the metadata. No other field has this name, and the metadata holds no content. */
    private static final String TAKES_A_NUMBER = " AND position('\"number\":'::bytea IN metadata) > 0";

    private static final String AT_SEQUENCES = "(stream, sequence) IN (SELECT * FROM unnest(?::text[], ?::bigint[]))";

    private static final String ABOUT_ONE = "stream = :stream AND log.about(metadata) = :about AND type = :type";

    /** Jumps from owner to owner by the index, skipping older events of the same owner. */
    private static final String ABOUT = """
            WITH RECURSIVE newest AS (
              (SELECT * FROM log.event WHERE %1$s ORDER BY owner, sequence DESC LIMIT 1)
              UNION ALL
              SELECT following.* FROM newest CROSS JOIN LATERAL (
                SELECT * FROM log.event WHERE %1$s AND owner > newest.owner ORDER BY owner, sequence DESC LIMIT 1) AS following)
            SELECT %2$s FROM newest ORDER BY sequence
            """.formatted(ABOUT_ONE, EventRowReader.COLUMNS);

    private static final String BETWEEN = """
            SELECT %1$s FROM (
              SELECT * FROM log.event
              WHERE stream = :stream AND sequence >= :from AND type = ANY (:types) AND sequence < COALESCE(
                (SELECT sequence FROM log.event WHERE stream = :stream AND sequence > :following%2$s ORDER BY sequence LIMIT 1),
                9223372036854775807)
              ORDER BY sequence DESC LIMIT :limit) AS found
            ORDER BY sequence
            """.formatted(EventRowReader.COLUMNS, TAKES_A_NUMBER);

    private static final Set<EventType> LIKENESS = EnumSet.of(
            EventType.GROUP_CREATED,
            EventType.GROUP_DETAILS_CHANGED,
            EventType.GROUP_PICTURE_CHANGED,
            EventType.GROUP_SETTINGS_CHANGED,
            EventType.GROUP_CLOSED);

    private final JdbcClient jdbc;
    private final EventRowReader rows;
    private final EventCodec codec;

    PostgresStreamQueries(JdbcClient jdbc, EventRowReader rows, EventCodec codec) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.codec = codec;
    }

    private record End(StreamId stream, Place place, byte[] metadata) {}

    @Override
    public List<Recorded> recordedAfter(long position, int limit) {
        return jdbc.sql("SELECT position, stream FROM log.event WHERE position > ? ORDER BY position LIMIT ?")
                .params(position, limit)
                .query((row, _) -> new Recorded(row.getLong("position"), StreamId.of(row.getString("stream"))))
                .list();
    }

    @Override
    public Map<StreamId, Place> newestOf(Collection<StreamId> streams) {
        Map<StreamId, Place> newest = new HashMap<>();
        ends(streams, "").forEach(end -> newest.put(end.stream(), end.place()));
        return newest;
    }

    @Override
    public Map<StreamId, NumberedPlace> lastNumberedOf(Collection<StreamId> streams) {
        Map<StreamId, NumberedPlace> last = new HashMap<>();
        for (End end : ends(streams, TAKES_A_NUMBER)) {
            Long number = codec.facets(end.stream(), end.metadata()).number();
            if (number != null) {
                last.put(end.stream(), new NumberedPlace(number, end.place()));
            }
        }
        return last;
    }

    private List<End> ends(Collection<StreamId> streams, String condition) {
        String[] names = names(streams.stream());
        return names.length == 0
                ? List.of()
                : jdbc.sql("""
                    SELECT newest.stream, newest.sequence, newest.position, newest.metadata
                    FROM unnest(?::text[]) AS wanted (name) CROSS JOIN LATERAL (
                      SELECT stream, sequence, position, metadata FROM log.event
                      WHERE stream = wanted.name%s ORDER BY sequence DESC LIMIT 1) AS newest
                    """.formatted(condition))
                        .params((Object) names)
                        .query((row, _) -> new End(
                                StreamId.of(row.getString("stream")),
                                new Place(row.getLong("sequence"), row.getLong("position")),
                                row.getBytes("metadata")))
                        .list();
    }

    @Override
    public long lastNumberBefore(StreamId stream, long sequence) {
        Long number = jdbc.sql("SELECT metadata FROM log.event WHERE stream = ? AND sequence < ?" + TAKES_A_NUMBER
                        + " ORDER BY sequence DESC LIMIT 1")
                .params(stream.value(), sequence)
                .query((row, _) -> row.getBytes("metadata"))
                .optional()
                .map(metadata -> codec.facets(stream, metadata).number())
                .orElse(null);
        return number == null ? 0 : number;
    }

    @Override
    public Map<StreamId, Long> firstAfter(Map<StreamId, Place> asked, int lookingBack) {
        Map<StreamId, Long> first = new HashMap<>();
        if (!asked.isEmpty()) {
            List<Map.Entry<StreamId, Place>> each = List.copyOf(asked.entrySet());
            jdbc.sql("""
                SELECT wanted.name, min(recent.sequence) AS sequence
                FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS wanted (name, sequence, position)
                CROSS JOIN LATERAL (
                  SELECT sequence, position FROM log.event
                  WHERE stream = wanted.name AND sequence <= wanted.sequence
                  ORDER BY sequence DESC LIMIT ?) AS recent
                WHERE recent.position > wanted.position GROUP BY wanted.name
                """)
                    .params(
                            names(each.stream().map(Map.Entry::getKey)),
                            each.stream().map(one -> one.getValue().sequence()).toArray(Long[]::new),
                            each.stream().map(one -> one.getValue().position()).toArray(Long[]::new),
                            lookingBack)
                    .query(row -> {
                        first.put(StreamId.of(row.getString("name")), row.getLong("sequence"));
                    });
        }
        return first;
    }

    @Override
    public List<StoredEvent> newest(Collection<StreamId> streams, int ofEach) {
        return streams.isEmpty()
                ? List.of()
                : rows.of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + """
                     FROM unnest(?::text[]) AS wanted (name) CROSS JOIN LATERAL (
                      SELECT * FROM log.event WHERE stream = wanted.name ORDER BY sequence DESC LIMIT ?) AS recent
                    ORDER BY stream, sequence DESC
                    """).params(names(streams.stream()), ofEach));
    }

    /** The condition on the type's name is that of the index. */
    @Override
    public List<StoredEvent> likenessOf(Collection<StreamId> groups) {
        return groups.isEmpty()
                ? List.of()
                : rows.of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + """
                     FROM unnest(?::text[]) AS wanted (name) CROSS JOIN unnest(?::text[]) AS kind (name) CROSS JOIN LATERAL (
                      SELECT * FROM log.event
                      WHERE stream = wanted.name AND type = kind.name AND type LIKE 'parley.conversation.group-%'
                      ORDER BY sequence DESC LIMIT 1) AS newest
                    """)
                        .params(
                                names(groups.stream()),
                                LIKENESS.stream().map(EventType::typeName).toArray(String[]::new)));
    }

    @Override
    public List<StoredEvent> about(StreamId stream, long sequence, EventType type) {
        return rows.of(jdbc.sql(ABOUT)
                .param("stream", stream.value())
                .param("about", sequence)
                .param("type", type.typeName()));
    }

    @Override
    public List<StoredEvent> between(
            StreamId stream, long from, long following, Collection<EventType> types, int limit) {
        return rows.of(jdbc.sql(BETWEEN)
                .param("stream", stream.value())
                .param("from", from)
                .param("following", following)
                .param("types", types.stream().map(EventType::typeName).toArray(String[]::new))
                .param("limit", limit));
    }

    @Override
    public List<StoredEvent> everyAbout(StreamId stream, long sequence, EventType type, UserId owner, int limit) {
        return rows.of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + " FROM log.event WHERE " + ABOUT_ONE
                        + " AND owner = :owner ORDER BY sequence DESC LIMIT :limit")
                .param("stream", stream.value())
                .param("about", sequence)
                .param("type", type.typeName())
                .param("owner", owner.value())
                .param("limit", limit));
    }

    @Override
    public Map<StreamId, Long> positionsOf(Map<StreamId, Long> sequences) {
        Map<StreamId, Long> positions = new HashMap<>();
        if (!sequences.isEmpty()) {
            List<Map.Entry<StreamId, Long>> wanted = List.copyOf(sequences.entrySet());
            jdbc.sql("SELECT stream, position FROM log.event WHERE " + AT_SEQUENCES)
                    .params(names(wanted.stream().map(Map.Entry::getKey)), numbers(wanted.stream()))
                    .query(row -> {
                        positions.put(StreamId.of(row.getString("stream")), row.getLong("position"));
                    });
        }
        return positions;
    }

    @Override
    public Map<StreamId, StoredEvent> at(Map<StreamId, Long> sequences) {
        if (sequences.isEmpty()) {
            return Map.of();
        }
        List<Map.Entry<StreamId, Long>> wanted = List.copyOf(sequences.entrySet());
        return rows
                .of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + " FROM log.event WHERE " + AT_SEQUENCES)
                        .params(names(wanted.stream().map(Map.Entry::getKey)), numbers(wanted.stream())))
                .stream()
                .collect(Collectors.toMap(event -> event.event().stream(), Function.identity()));
    }

    @Override
    public List<StoredEvent> read(List<StreamRange> parts) {
        return parts.isEmpty()
                ? List.of()
                : rows.of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + """
                     FROM unnest(?::text[], ?::bigint[], ?::bigint[])
                      WITH ORDINALITY AS wanted (name, first, last, n) CROSS JOIN LATERAL (
                      SELECT * FROM log.event
                      WHERE stream = wanted.name AND sequence BETWEEN wanted.first AND wanted.last) AS part
                    ORDER BY n, sequence
                    """)
                        .params(
                                names(parts.stream().map(StreamRange::stream)),
                                parts.stream().map(part -> part.range().first()).toArray(Long[]::new),
                                parts.stream().map(part -> part.range().last()).toArray(Long[]::new)));
    }

    private static String[] names(Stream<StreamId> streams) {
        return streams.map(StreamId::value).toArray(String[]::new);
    }

    private static Long[] numbers(Stream<Map.Entry<StreamId, Long>> entries) {
        return entries.map(Map.Entry::getValue).toArray(Long[]::new);
    }
}
