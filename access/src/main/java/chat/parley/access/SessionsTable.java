package chat.parley.access;

import chat.parley.events.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads recently ended sessions from the table about every second. */
final class SessionsTable implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionsTable.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int QUERY_SECONDS = 3;
    private static final String RECENT =
            "select id from accounts.session where ended_at > now() - make_interval(secs => ?)";

    private final JdbcTemplate jdbc;
    private final RememberedEnds ends;
    private volatile boolean running;
    private boolean failing;
    private Thread reader = Thread.ofVirtual().unstarted(() -> {});

    SessionsTable(DataSource dataSource, RememberedEnds ends) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setQueryTimeout(QUERY_SECONDS);
        this.ends = ends;
    }

    /** Reads once before the first request, then continues on its own thread. */
    @Override
    public void start() {
        running = true;
        read();
        reader = Thread.ofVirtual().name("sessions-table").start(this::readOnAndOn);
    }

    @Override
    public void stop() {
        running = false;
        reader.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void readOnAndOn() {
        while (running) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
            read();
        }
    }

    void read() {
        RememberedEnds.Reading reading = ends.beginReading();
        try {
            List<SessionId> recent = jdbc.query(
                    RECENT, (row, _) -> new SessionId(row.getObject(1, UUID.class)), RememberedEnds.KEPT.toSeconds());
            ends.endReading(reading, recent);
            failing = false;
        } catch (RuntimeException e) {
            if (running && !failing) {
                LOG.warn("The sessions' table cannot be read: {}", e.toString());
            }
            failing = true;
        }
    }
}
