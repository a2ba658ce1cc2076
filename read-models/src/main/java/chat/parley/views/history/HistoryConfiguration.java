package chat.parley.views.history;

import com.datastax.oss.driver.api.core.CqlSession;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The history view over Cassandra; its schema is created where it is missing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CassandraSettings.class)
public class HistoryConfiguration {

    @Bean(destroyMethod = "close")
    Cassandra historyCassandra(CassandraSettings settings) {
        CqlSession session = CassandraStart.open(settings);
        try {
            HistorySchema.create(session, settings);
            return new Cassandra(session, settings.keyspace());
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Bean
    HistoryWriter historyWriter(Cassandra historyCassandra) {
        return new CassandraHistoryWriter(historyCassandra);
    }

    @Bean
    HistorySweep historySweep(Cassandra historyCassandra) {
        return new CassandraHistorySweep(historyCassandra);
    }

    @Bean
    HistoryCheckpoints historyCheckpoints(Cassandra historyCassandra) {
        return new CassandraHistoryCheckpoints(historyCassandra);
    }

    @Bean
    Messages messages(Cassandra historyCassandra) {
        return new CassandraMessages(historyCassandra);
    }

    @Bean
    ConversationHeads conversationHeads(Cassandra historyCassandra) {
        return new CassandraConversationHeads(historyCassandra);
    }

    @Bean
    CassandraMemberWatermarks memberWatermarks(Cassandra historyCassandra) {
        return new CassandraMemberWatermarks(historyCassandra);
    }

    @Bean
    Receipts receipts(Cassandra historyCassandra, CassandraMemberWatermarks memberWatermarks) {
        return new CassandraReceipts(historyCassandra, memberWatermarks);
    }
}
