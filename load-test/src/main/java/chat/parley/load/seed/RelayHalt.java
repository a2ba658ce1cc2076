package chat.parley.load.seed;

import chat.parley.load.product.DataFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The relay's lease, taken as another node would take it. What is recorded meanwhile is not relayed: to bring half a million beginnings of
 * conversations to the views takes minutes, and nothing that comes back asks the views. Everyone looks memberships up in the guard tables.
 */
final class RelayHalt implements AutoCloseable {

    private static final String HOLDER_ENDS =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'parley-relay'";
    private static final String LOCK = "SELECT pg_advisory_lock(hashtextextended('parley.relay', 0))";
    private static final String PASS_BY =
            "UPDATE relay.cursor SET position = (SELECT position FROM log.head) WHERE name = 'events'";

    private final Connection connection;

    private RelayHalt(Connection connection) {
        this.connection = connection;
    }

    /** To be called when everything recorded so far has been relayed. */
    static RelayHalt begin(DataFolder data) throws SQLException {
        RelayHalt halt = new RelayHalt(data.postgresql());
        halt.execute(HOLDER_ENDS);
        halt.execute(LOCK);
        return halt;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets the relay go on after all that was recorded. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            execute(PASS_BY);
        }
    }
}
