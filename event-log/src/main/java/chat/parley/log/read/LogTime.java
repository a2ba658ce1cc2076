package chat.parley.log.read;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock of the log, which never goes back: while PostgreSQL's clock is behind it, all events get the same time. */
public final class LogTime {

    /** The time of an empty log is {@code -infinity}. */
    private static final String AHEAD = """
            SELECT CASE WHEN isfinite(recorded)
                   THEN greatest(0, (extract(epoch FROM recorded - clock_timestamp()) * 1000)::bigint) ELSE 0 END
            FROM log.head
            """;

    private final JdbcClient jdbc;

    LogTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far PostgreSQL's clock is behind the last recorded time; zero if it is not. */
    public Duration aheadOfClock() {
        return Duration.ofMillis(jdbc.sql(AHEAD).query(Long.class).single());
    }
}
