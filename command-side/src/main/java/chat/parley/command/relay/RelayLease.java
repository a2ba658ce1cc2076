package chat.parley.command.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The exclusive right to relay, and the cursor. It is an advisory lock of one database session: if the session breaks, the
 * lock is released, and the holder has no other connection to move the cursor with.
 */
final class RelayLease implements AutoCloseable {

    private static final Duration ASK_EVERY = Duration.ofMillis(500);
    private static final Duration SAVE_EVERY = Duration.ofMillis(100);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final String SOCKET_TIMEOUT_SECONDS = "10";
    private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(hashtextextended('parley.relay', 0))";
    private static final String CURSOR = "SELECT position FROM relay.cursor WHERE name = 'events'";
    private static final String MOVE = "UPDATE relay.cursor SET position = ? WHERE name = 'events'";

    /** The cursor is not committed durably: after a crash a few events are relayed again. */
    private static final String NO_HURRY = "SET synchronous_commit = off";

    private final Connection connection;
    private long saved;
    private long reached;
    private long touchedAtNanos;

    private RelayLease(Connection connection) throws SQLException {
        this.connection = connection;
        this.saved = position();
        this.reached = saved;
        this.touchedAtNanos = System.nanoTime();
    }

    /** Waits until nobody else holds the lease. */
    static RelayLease await(JdbcConnectionDetails database) throws SQLException, InterruptedException {
        Connection connection = connect(database);
        try {
            while (!locked(connection)) {
                TimeUnit.NANOSECONDS.sleep(ASK_EVERY.toNanos());
            }
            execute(connection, NO_HURRY);
            return new RelayLease(connection);
        } catch (SQLException | InterruptedException e) {
            connection.close();
            throw e;
        }
    }

    /** Not from the pool: a pooled connection would keep the lock when it is returned. */
    private static Connection connect(JdbcConnectionDetails database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", String.valueOf(database.getUsername()));
        properties.setProperty("password", String.valueOf(database.getPassword()));
        properties.setProperty("ApplicationName", "parley-relay");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TRY_LOCK)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** How far the previous holder has come. */
    long position() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CURSOR)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Records that everything up to here was confirmed. Saves it only from time to time: relaying a few events again is
     * cheaper than a write for every batch. Must be called at least once a second, even if nothing is new: it fails when the
     * lease is lost.
     *
     * @return how soon it should be called again
     */
    Duration reached(long position) throws SQLException {
        reached = position;
        Duration since = Duration.ofNanos(System.nanoTime() - touchedAtNanos);
        Duration every = position > saved ? SAVE_EVERY : LOOK_EVERY;
        if (since.compareTo(every) < 0) {
            return every.minus(since);
        }
        if (position > saved) {
            save(position);
        } else {
            position();
        }
        touchedAtNanos = System.nanoTime();
        return LOOK_EVERY;
    }

    private void save(long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, position);
            statement.executeUpdate();
        }
        saved = position;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Saves the cursor, so that the next holder continues from here; impossible once the lease is lost. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (reached > saved) {
                save(reached);
            }
        }
    }
}
