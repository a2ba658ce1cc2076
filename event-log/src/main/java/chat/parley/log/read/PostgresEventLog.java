package chat.parley.log.read;

import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.NewEvent;
import chat.parley.log.PendingAppend;
import chat.parley.log.StoredEvent;
import chat.parley.log.append.Appender;
import chat.parley.log.row.EventRowReader;
import chat.parley.log.signal.TailCache;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log in PostgreSQL: its reads, and its appends through the {@link Appender}. */
final class PostgresEventLog implements EventLog, LogSlices {

    private final LogId id;
    private final JdbcClient jdbc;
    private final Appender appender;
    private final EventRowReader rows;
    private final TailCache tail;

    PostgresEventLog(LogId id, JdbcClient jdbc, Appender appender, EventRowReader rows, TailCache tail) {
        this.id = id;
        this.jdbc = jdbc;
        this.appender = appender;
        this.rows = rows;
        this.tail = tail;
    }

    @Override
    public LogId id() {
        return id;
    }

    @Override
    public List<StoredEvent> append(List<NewEvent> unitOfWork) {
        return begin(unitOfWork, null).await();
    }

    @Override
    public PendingAppend begin(List<NewEvent> unitOfWork, @Nullable PendingAppend after) {
        return appender.begin(unitOfWork, after);
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        return readStream(EventRowReader.COLUMNS, stream, fromSequence, limit);
    }

    @Override
    public List<StoredEvent> readStreamWithoutContent(StreamId stream, long fromSequence, int limit) {
        return readStream(EventRowReader.COLUMNS_WITHOUT_CONTENT, stream, fromSequence, limit);
    }

    private List<StoredEvent> readStream(String columns, StreamId stream, long fromSequence, int limit) {
        ReadBounds.check(fromSequence, limit);
        return rows.of(jdbc.sql("SELECT " + columns
                        + " FROM log.event WHERE stream = ? AND sequence >= ? ORDER BY sequence LIMIT ?")
                .params(stream.value(), fromSequence, limit));
    }

    @Override
    public List<StoredEvent> readStreamBackwards(StreamId stream, long beforeSequence, int limit) {
        ReadBounds.check(beforeSequence, limit);
        return rows.of(jdbc.sql("SELECT " + EventRowReader.COLUMNS
                        + " FROM log.event WHERE stream = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?")
                .params(stream.value(), beforeSequence, limit));
    }

    @Override
    public Optional<StoredEvent> findByCommand(StreamId stream, CommandId command) {
        return rows
                .of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + " FROM log.event WHERE stream = ? AND command_id = ?")
                        .params(stream.value(), command.value()))
                .stream()
                .findFirst();
    }

    @Override
    public List<StoredEvent> readAfter(long position, int limit) {
        ReadBounds.check(position, limit);
        List<StoredEvent> known = tail.after(position, limit);
        return known.isEmpty() ? readRows(position, limit) : known;
    }

    private List<StoredEvent> readRows(long position, int limit) {
        return rows.of(jdbc.sql("SELECT " + EventRowReader.COLUMNS
                        + " FROM log.event WHERE position > ? ORDER BY position LIMIT ?")
                .params(position, limit));
    }

    @Override
    public List<StoredEvent> read(LogSlice slice, int limit) {
        ReadBounds.check(slice.after(), limit);
        String columns = slice.withContent() ? EventRowReader.COLUMNS : EventRowReader.COLUMNS_WITHOUT_CONTENT;
        String[] types = slice.types().toArray(String[]::new);
        return rows.of(jdbc.sql("SELECT " + columns + """
             FROM log.event WHERE position > ? AND position <= ? AND (? OR type = ANY (?))
            ORDER BY position LIMIT ?
            """)
                .params(slice.after(), slice.upTo(), types.length == 0, types, limit));
    }

    @Override
    public List<StoredEvent> readAccountsAfter(long position, int limit) {
        ReadBounds.check(position, limit);
        return rows.of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + """
             FROM log.event WHERE stream LIKE 'account/%' AND position > ? ORDER BY position LIMIT ?
            """).params(position, limit));
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        ReadBounds.check(position);
        return rows
                .of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + " FROM log.event WHERE position = ?")
                        .param(position))
                .stream()
                .findFirst();
    }

    @Override
    public long head() {
        return jdbc.sql("SELECT position FROM log.head").query(Long.class).single();
    }

    @Override
    public List<StoredEvent> newestOf(Collection<StreamId> streams) {
        return rows.of(jdbc.sql("SELECT " + EventRowReader.COLUMNS + """
             FROM unnest(?::text[]) AS wanted (name) CROSS JOIN LATERAL (
               SELECT * FROM log.event WHERE stream = wanted.name ORDER BY sequence DESC LIMIT 1) AS newest
            """)
                .param(streams.stream().map(StreamId::value).toArray(String[]::new)));
    }
}
