package chat.parley.views.history;

import chat.parley.views.ViewSettings;
import com.datastax.oss.driver.api.core.CqlSession;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The history view over Cassandra; a generation that is missing is created. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CassandraSettings.class, ViewSettings.class})
public class HistoryConfiguration {

    /** The generation that is read. */
    @Bean(destroyMethod = "close")
    Cassandra historyCassandra(CassandraSettings settings, ViewSettings views) {
        CqlSession session = CassandraStart.open(settings);
        try {
            return HistorySchema.create(session, settings, views.history().read());
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Into the generation that is written. */
    @Bean
    HistoryWriter historyWriter(Cassandra historyCassandra, CassandraSettings settings, ViewSettings views) {
        return new CassandraHistoryWriter(HistorySchema.create(
                historyCassandra.session(), settings, views.history().written()));
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
