package chat.parley.log;

import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import chat.parley.log.content.PersonalContent;
import chat.parley.log.guard.GuardRows;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The log in PostgreSQL, one transaction per unit of work. */
final class PostgresEventLog implements EventLog {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final GuardRows guards;
    private final LogSignals signals;
    private final EventCodec codec;
    private final LogId id;
    private final EventRows rows;
    private final EventInsert insert;

    PostgresEventLog(
            JdbcClient jdbc,
            TransactionOperations transactions,
            GuardRows guards,
            LogSignals signals,
            EventCodec codec,
            PersonalContent personal) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.guards = guards;
        this.signals = signals;
        this.id = new LogId(
                jdbc.sql("SELECT log_id FROM log.head").query(UUID.class).single());
        this.codec = codec;
        this.rows = new EventRows(id, codec, personal);
        this.insert = new EventInsert(jdbc, id, codec);
    }

    @Override
    public LogId id() {
        return id;
    }

    @Override
    public List<StoredEvent> append(List<NewEvent> unitOfWork) {
        if (unitOfWork.isEmpty()) {
            return List.of();
        }
        // Before the transaction: it may fetch or make keys, and others may wait for what the transaction holds.
        List<EventCodec.Encoded> encoded =
                unitOfWork.stream().map(codec::encode).toList();
        try {
            return transactions.execute(_ -> appendInTransaction(unitOfWork, encoded));
        } catch (DuplicateKeyException e) {
            throw conflict(unitOfWork, e);
        }
    }

    /** Guard rows first, the head row last: whoever holds the head row has nothing left to wait for. */
    private List<StoredEvent> appendInTransaction(List<NewEvent> unitOfWork, List<EventCodec.Encoded> encoded) {
        for (NewEvent event : unitOfWork) {
            guards.write(event.event(), event.sequence());
        }
        List<StoredEvent> stored = insert.insert(unitOfWork, encoded);
        wakeAfterCommit(stored.getLast().position());
        return stored;
    }

    private void wakeAfterCommit(long position) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signals.appended(position);
            }
        });
    }

    private static RuntimeException conflict(List<NewEvent> unitOfWork, DuplicateKeyException e) {
        String message = String.valueOf(e.getMostSpecificCause().getMessage());
        if (message.contains("event_stream_command")) {
            for (NewEvent event : unitOfWork) {
                if (event.command() != null) {
                    return new AlreadyRecorded(event.event().stream(), event.command());
                }
            }
        }
        return message.contains("event_stream_sequence") || message.contains("membership_pkey")
                ? new SequenceConflict()
                : e;
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        return rows.of(jdbc.sql("SELECT " + EventRows.COLUMNS
                        + " FROM log.event WHERE stream = ? AND sequence >= ? ORDER BY sequence LIMIT ?")
                .params(stream.value(), fromSequence, limit));
    }

    @Override
    public List<StoredEvent> readStreamBackwards(StreamId stream, long beforeSequence, int limit) {
        return rows.of(jdbc.sql("SELECT " + EventRows.COLUMNS
                        + " FROM log.event WHERE stream = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?")
                .params(stream.value(), beforeSequence, limit));
    }

    @Override
    public Optional<StoredEvent> findByCommand(StreamId stream, CommandId command) {
        return rows
                .of(jdbc.sql("SELECT " + EventRows.COLUMNS + " FROM log.event WHERE stream = ? AND command_id = ?")
                        .params(stream.value(), command.value()))
                .stream()
                .findFirst();
    }

    @Override
    public List<StoredEvent> readAfter(long position, int limit) {
        return rows.of(
                jdbc.sql("SELECT " + EventRows.COLUMNS + " FROM log.event WHERE position > ? ORDER BY position LIMIT ?")
                        .params(position, limit));
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return rows
                .of(jdbc.sql("SELECT " + EventRows.COLUMNS + " FROM log.event WHERE position = ?")
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
        return rows.of(jdbc.sql("SELECT " + EventRows.COLUMNS + """
                         FROM unnest(?::text[]) AS wanted (name) CROSS JOIN LATERAL (
                           SELECT * FROM log.event WHERE stream = wanted.name ORDER BY sequence DESC LIMIT 1) AS newest
                        """)
                .param(streams.stream().map(StreamId::value).toArray(String[]::new)));
    }
}
