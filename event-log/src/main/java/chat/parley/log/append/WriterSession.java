package chat.parley.log.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's own connection, set up so that commits are durable and no wait is unbounded. */
final class WriterSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriterSession.class);

    /** The time-out of a statement, including its wait for the head row; PostgreSQL enforces it. */
    private static final Duration STATEMENT = Duration.ofSeconds(4);

    /** After this long the connection itself is considered dead. */
    private static final Duration ANSWER = Duration.ofSeconds(6);

    private static final Duration END_OF_BACKEND = Duration.ofSeconds(2);

    /**
     * Plans are made once and kept. One made while the log was empty must still use indexes, so sequential scans are off.
     */
    private static final String SET_UP = """
        SELECT pg_backend_pid(), (SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()),
               current_setting('fsync'),
               set_config('synchronous_commit', %s, false),
               set_config('statement_timeout', '%d', false),
               set_config('plan_cache_mode', 'force_generic_plan', false),
               set_config('enable_seqscan', 'off', false)
        """.formatted(Durability.SYNCHRONOUS_COMMIT, STATEMENT.toMillis());

    private final Connection connection;
    private final int backend;
    private final OffsetDateTime started;

    /** When the statement in progress began; 0 if there is none. */
    private volatile long startedAt;

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private WriterSession(Connection connection, int backend, OffsetDateTime started) {
        this.connection = connection;
        this.backend = backend;
        this.started = started;
    }

    static WriterSession open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER.toMillis()));
            WriterSession session = setUp(connection);
            connection.setNetworkTimeout(Runnable::run, 0);
            return session;
        } catch (SQLException e) {
            discard(connection);
            throw e;
        }
    }

    private static WriterSession setUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(SET_UP)) {
            answer.next();
            Durability.warnIfOff(answer.getString(3));
            return new WriterSession(connection, answer.getInt(1), answer.getObject(2, OffsetDateTime.class));
        }
    }

    /**
     * Runs work that {@link #breakIfStuck} can end. A socket time-out would do the same, but in a virtual thread each one
     * wakes the scheduler twice.
     */
    <T> T runGuarded(Work<T> work) throws SQLException {
        startedAt = System.nanoTime();
        try {
            return work.on(connection);
        } finally {
            startedAt = 0;
        }
    }

    void breakIfStuck() {
        long since = startedAt;
        if (since != 0 && System.nanoTime() - since > ANSWER.toNanos()) {
            abort(connection);
        }
    }

    /**
     * Waits until a lost session has ended, and terminates it if necessary. After that, it cannot commit any more.
     *
     * @throws SQLException if it does not end
     */
    void awaitEndOf(WriterSession lost) throws SQLException {
        if (!runGuarded(_ -> hasEnded(lost))) {
            throw new SQLException("a lost session of the log's writer does not end");
        }
    }

    private boolean hasEnded(WriterSession lost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_terminate_backend(pid, ?) FROM pg_stat_activity WHERE pid = ? AND backend_start = ?")) {
            statement.setLong(1, END_OF_BACKEND.toMillis());
            statement.setInt(2, lost.backend);
            statement.setObject(3, lost.started);
            try (ResultSet answer = statement.executeQuery()) {
                return !answer.next() || answer.getBoolean(1);
            }
        }
    }

    /** Resets the connection and returns it to the pool. */
    @Override
    public void close() {
        try (connection) {
            runGuarded(WriterSession::reset);
        } catch (SQLException e) {
            LOG.debug("the log's writer could not give its connection back: {}", e.getMessage());
        }
    }

    private static boolean reset(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("RESET ALL");
        }
    }

    /** Aborts a connection that does not work. */
    void discard() {
        discard(connection);
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("a broken connection could not be aborted: {}", e.getMessage());
        }
    }

    private static void discard(Connection connection) {
        abort(connection);
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a broken connection could not be closed: {}", e.getMessage());
        }
    }
}
