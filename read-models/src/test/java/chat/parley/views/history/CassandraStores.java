package chat.parley.views.history;

import chat.parley.infrastructure.Component;
import chat.parley.testing.TestInfrastructure;
import com.datastax.oss.driver.api.core.CqlSession;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.cassandra.autoconfigure.CassandraAutoConfiguration;
import org.springframework.boot.data.cassandra.autoconfigure.DataCassandraAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.cassandra.core.convert.CassandraConverter;
import org.springframework.data.cassandra.core.cql.AsyncCqlTemplate;

/** The view over a real Cassandra, one for all tests: each test uses conversations of its own. */
final class CassandraStores {

    static final AnnotationConfigApplicationContext CONTEXT = over(address());
    static final CqlSession SESSION = CONTEXT.getBean(CqlSession.class);
    static final HistoryStores STORES = new HistoryStores(
            CONTEXT.getBean(HistoryWriter.class),
            CONTEXT.getBean(Messages.class),
            CONTEXT.getBean(ConversationHeads.class),
            CONTEXT.getBean(MemberWatermarks.class),
            CONTEXT.getBean(Mentions.class),
            CONTEXT.getBean(Threads.class),
            CONTEXT.getBean(Uncounted.class),
            CONTEXT.getBean(Receipts.class),
            CONTEXT.getBean(HistoryCheckpoints.class));

    private CassandraStores() {}

    static Map<String, Object> address() {
        return TestInfrastructure.with(Component.CASSANDRA)
                .addresses()
                .cassandra()
                .properties();
    }

    /** What a service that is told this has of the history view. */
    static AnnotationConfigApplicationContext over(Map<String, Object> settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("cassandra", settings));
        context.register(Connected.class);
        context.refresh();
        return context;
    }

    static HistoryKeyspace keyspace(String name) {
        return new HistoryKeyspace(
                CONTEXT.getBean(AsyncCqlTemplate.class), CONTEXT.getBean(CassandraConverter.class), name);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        CassandraAutoConfiguration.class,
        DataCassandraAutoConfiguration.class,
        SslAutoConfiguration.class
    })
    @Import(HistoryConfiguration.class)
    static class Connected {}
}
