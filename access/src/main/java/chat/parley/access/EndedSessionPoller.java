package chat.parley.access;

import chat.parley.distribution.RepeatedTask;
import chat.parley.distribution.Supervising;
import chat.parley.events.SessionId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.TaskScheduler;

/** Reads recently ended sessions of people and machine clients from the accounts' tables about every second. */
final class EndedSessionPoller implements SmartLifecycle, Supervising {

    private static final Logger LOG = LoggerFactory.getLogger(EndedSessionPoller.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int QUERY_SECONDS = 3;
    private static final String RECENT = """
            select id from accounts.session where ended_at > now() - make_interval(secs => ?)
            union all
            select id from accounts.client where revoked_at > now() - make_interval(secs => ?)""";

    private final JdbcTemplate jdbc;
    private final EndedSessionCache ends;
    private final TaskScheduler scheduler;
    private volatile @Nullable RepeatedTask reading;

    EndedSessionPoller(DataSource dataSource, EndedSessionCache ends, TaskScheduler scheduler) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setQueryTimeout(QUERY_SECONDS);
        this.ends = ends;
        this.scheduler = scheduler;
    }

    /** Reads once before anything is answered, if the table can be read. */
    @Override
    public void start() {
        try {
            read();
        } catch (RuntimeException e) {
            LOG.warn("The sessions' table cannot be read: {}", e.toString());
        }
        reading = RepeatedTask.start(scheduler, "sessions' table", PAUSE, this::read);
    }

    private void read() {
        EndedSessionCache.Reading begun = ends.beginReading();
        List<SessionId> recent = jdbc.query(
                RECENT,
                (row, _) -> new SessionId(row.getObject(1, UUID.class)),
                EndedSessionCache.KEPT.toSeconds(),
                EndedSessionCache.KEPT.toSeconds());
        ends.endReading(begun, recent);
    }

    @Override
    public void stop() {
        RepeatedTask current = reading;
        reading = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public Collection<RepeatedTask> supervised() {
        RepeatedTask current = reading;
        return current == null ? List.of() : List.of(current);
    }

    @Override
    public boolean isRunning() {
        return reading != null;
    }
}
