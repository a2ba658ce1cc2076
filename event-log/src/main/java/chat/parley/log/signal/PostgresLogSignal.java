package chat.parley.log.signal;

import chat.parley.log.content.DataKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest known position. Appends of this process are known at once. Other processes send NOTIFY: outside the
 * append, only if another process listens, and at most every few milliseconds, because each NOTIFY slows commits down. A
 * look at the head row once a second covers lost notifications. The same connection receives notifications about destroyed
 * keys.
 */
final class PostgresLogSignal implements LogSignal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLogSignal.class);
    private static final String CHANNEL = "parley_log";

    /** Every listening process holds this lock in shared mode, so each can tell whether there are others. */
    private static final int LISTENERS = 0x70_61_72_6C;

    private static final String READ_HEAD = """
        SELECT position,
               (SELECT count(*) > 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = %d
                 AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
        FROM log.head
        """.formatted(LISTENERS);

    /** A NOTIFY need not be durable. */
    private static final String NOTIFY =
            "SELECT set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', ?)";

    private static final Duration NOTIFY_AT_MOST_EVERY = Duration.ofMillis(5);
    private static final Duration SAFETY_NET = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final DataKeys keys;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Thread listener;
    private final Thread notifier;
    private long known;
    private long ownAppends;
    private volatile boolean othersListen;
    private volatile boolean listening;
    private volatile boolean closed;

    PostgresLogSignal(DataSource dataSource, DataKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.listener = Thread.ofVirtual().name("log-listen").unstarted(this::listenUntilClosed);
        this.notifier = Thread.ofVirtual().name("log-notify").unstarted(this::notifyOthers);
    }

    void start() {
        listener.start();
        notifier.start();
    }

    /** To be called after the commit of an append. */
    void appended(long position) {
        lock.lock();
        try {
            ownAppends = Math.max(ownAppends, position);
        } finally {
            lock.unlock();
        }
        advance(position);
    }

    private void advance(long position) {
        lock.lock();
        try {
            if (position > known) {
                known = position;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long awaitBeyond(long position, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (known <= position && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Whether other processes' appends and destroyed keys are heard of at once. */
    boolean isListening() {
        return listening;
    }

    private void listenUntilClosed() {
        while (!closed) {
            try {
                listen();
            } catch (SQLException | RuntimeException | Error e) {
                if (closed) {
                    return;
                }
                LOG.warn("cannot listen for new events, trying again: {}", e.getMessage());
                pause(SAFETY_NET);
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("LISTEN " + CHANNEL);
            statement.execute("LISTEN " + DataKeys.CHANNEL);
            statement.execute("SELECT pg_advisory_lock_shared(" + LISTENERS + ")");
            keys.startedListening();
            listening = true;
            PGConnection notifications = connection.unwrap(PGConnection.class);
            long lastRead = System.nanoTime() - SAFETY_NET.toNanos();
            while (!closed) {
                if (System.nanoTime() - lastRead >= SAFETY_NET.toNanos()) {
                    readHead(statement);
                    lastRead = System.nanoTime();
                }
                for (PGNotification notification : notifications.getNotifications((int) SAFETY_NET.toMillis())) {
                    receive(notification);
                }
            }
        } finally {
            listening = false;
            keys.stoppedListening();
        }
    }

    /** Anyone with a connection can send anything. An unreadable notification about a key empties the cache of keys. */
    private void receive(PGNotification notification) {
        boolean ofKey = notification.getName().equals(DataKeys.CHANNEL);
        try {
            if (ofKey) {
                keys.forget(UUID.fromString(notification.getParameter()));
            } else {
                advance(Long.parseLong(notification.getParameter()));
            }
        } catch (IllegalArgumentException _) {
            LOG.warn("a notification on {} cannot be read", notification.getName());
            if (ofKey) {
                keys.stoppedListening();
                keys.startedListening();
            }
        }
    }

    private void readHead(Statement statement) throws SQLException {
        try (var head = statement.executeQuery(READ_HEAD)) {
            head.next();
            advance(head.getLong(1));
            othersListen = head.getBoolean(2);
        }
    }

    private void notifyOthers() {
        long announced = 0;
        while (!closed) {
            try {
                announced = awaitOwnAppendBeyond(announced);
                if (othersListen) {
                    sendNotification(announced);
                    pause(NOTIFY_AT_MOST_EVERY);
                } else {
                    pause(SAFETY_NET);
                }
            } catch (SQLException | RuntimeException | Error e) {
                LOG.debug("cannot notify of new events: {}", e.getMessage());
                pause(SAFETY_NET);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private long awaitOwnAppendBeyond(long announced) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (ownAppends <= announced) {
                grown.await();
            }
            return ownAppends;
        } finally {
            lock.unlock();
        }
    }

    private void sendNotification(long position) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(NOTIFY)) {
            statement.setString(1, Long.toString(position));
            statement.execute();
        }
    }

    private void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        notifier.interrupt();
    }
}
