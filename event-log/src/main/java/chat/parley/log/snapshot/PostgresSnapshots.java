package chat.parley.log.snapshot;

import chat.parley.events.StreamId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Snapshots in a table beside the log's. */
public final class PostgresSnapshots implements Snapshots {

    private final JdbcClient jdbc;

    public PostgresSnapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Snapshot> of(StreamId stream) {
        return jdbc.sql("SELECT sequence, revision, state FROM log.snapshot WHERE stream = ?")
                .param(stream.value())
                .query((row, _) ->
                        new Snapshot(stream, row.getLong("sequence"), row.getInt("revision"), row.getBytes("state")))
                .optional();
    }

    @Override
    public void save(Snapshot snapshot) {
        jdbc.sql("""
                        INSERT INTO log.snapshot AS kept (stream, sequence, revision, state) VALUES (?, ?, ?, ?)
                        ON CONFLICT (stream) DO UPDATE
                        SET sequence = excluded.sequence, revision = excluded.revision, state = excluded.state
                        WHERE kept.sequence <= excluded.sequence OR kept.revision <> excluded.revision
                        """)
                .params(snapshot.stream().value(), snapshot.sequence(), snapshot.revision(), snapshot.state())
                .update();
    }
}
