package chat.parley.views.history;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the session, waiting while Cassandra itself is still starting. */
final class CassandraStart {

    private static final Logger log = LoggerFactory.getLogger(CassandraStart.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private CassandraStart() {}

    static CqlSession open(CassandraSettings settings) {
        long deadline = System.nanoTime() + settings.startTimeout().toNanos();
        while (true) {
            try {
                return connect(settings);
            } catch (AllNodesFailedException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException(
                            "Cassandra cannot be reached at " + settings.contactPoint()
                                    + "; parley.cassandra.contact-point says where it is",
                            e);
                }
                log.debug("Cassandra is not up yet at {}", settings.contactPoint());
                pause();
            }
        }
    }

    private static CqlSession connect(CassandraSettings settings) {
        return CqlSession.builder()
                .addContactPoint(settings.address())
                .withLocalDatacenter(settings.datacenter())
                .withConfigLoader(options())
                .build();
    }

    /** Every statement of this module may be sent twice, and a batch may be larger than one connection takes at once. */
    private static DriverConfigLoader options() {
        return DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
                .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(5))
                .withString(DefaultDriverOption.REQUEST_THROTTLER_CLASS, "ConcurrencyLimitingRequestThrottler")
                .withInt(DefaultDriverOption.REQUEST_THROTTLER_MAX_CONCURRENT_REQUESTS, 512)
                .withInt(DefaultDriverOption.REQUEST_THROTTLER_MAX_QUEUE_SIZE, 50_000)
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(500))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(5))
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .build();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Cassandra", e);
        }
    }
}
