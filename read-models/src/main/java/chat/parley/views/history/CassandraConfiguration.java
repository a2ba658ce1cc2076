package chat.parley.views.history;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.ssl.ProgrammaticSslEngineFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.cassandra.autoconfigure.CassandraConnectionDetails;
import org.springframework.boot.cassandra.autoconfigure.CqlSessionBuilderCustomizer;
import org.springframework.boot.cassandra.autoconfigure.DriverConfigLoaderBuilderCustomizer;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.cassandra.CassandraManagedTypes;
import org.springframework.data.cassandra.core.cql.AsyncCqlTemplate;

/** The session that Spring Boot's settings describe, with what it has no setting for, opened once Cassandra is up. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:chat/parley/views/history/cassandra-defaults.properties")
class CassandraConfiguration {

    /** The driver's profile of statements that change the schema, which every node has to hear of. */
    static final String SCHEMA_CHANGES = "schema-changes";

    private static final Logger log = LoggerFactory.getLogger(CassandraConfiguration.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Every statement of this module may be sent twice. */
    @Bean
    DriverConfigLoaderBuilderCustomizer driverOptions() {
        return options -> options.withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(250))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(1))
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .startProfile(SCHEMA_CHANGES)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
                .endProfile();
    }

    /** Spring Boot trusts whatever certificate its bundle trusts, for whichever host. */
    @Bean
    CqlSessionBuilderCustomizer comparingHostNames(CassandraConnectionDetails cassandra) {
        return session -> {
            SslBundle bundle = cassandra.getSslBundle();
            if (bundle != null) {
                session.withSslEngineFactory(new ProgrammaticSslEngineFactory(
                        bundle.createSslContext(), bundle.getOptions().getCiphers(), true));
            }
        };
    }

    @Bean
    CqlSession cassandraSession(
            ObjectProvider<CqlSessionBuilder> builders,
            CassandraConnectionDetails cassandra,
            CassandraSettings settings)
            throws InterruptedException {
        long deadline = System.nanoTime() + settings.startTimeout().toNanos();
        for (boolean first = true; ; first = false) {
            try {
                return builders.getObject().build();
            } catch (AllNodesFailedException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException(
                            "Cassandra cannot be reached at " + cassandra.getContactPoints()
                                    + "; spring.cassandra.contact-points says where it is",
                            e);
                }
                if (first) {
                    log.info("Waiting for Cassandra: {}", e.getMessage());
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    @Bean
    AsyncCqlTemplate asyncCqlTemplate(CqlSession cassandraSession) {
        return new AsyncCqlTemplate(cassandraSession);
    }

    /** By name, so that no package is searched for them. */
    @Bean
    static CassandraManagedTypes cassandraManagedTypes() {
        return CassandraManagedTypes.from(
                AboutRow.class,
                CheckpointRow.class,
                HeadRow.class,
                MessageRow.class,
                ReceiptRow.class,
                WatermarkRow.class);
    }
}
