package chat.parley.views.history;

import chat.parley.views.ViewSettings;
import java.util.Objects;
import org.springframework.boot.cassandra.autoconfigure.CassandraConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.cassandra.SessionFactory;
import org.springframework.data.cassandra.core.convert.CassandraConverter;
import org.springframework.data.cassandra.core.cql.AsyncCqlTemplate;

/** The history view over Cassandra; a generation that is missing is created. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CassandraSettings.class, ViewSettings.class})
@Import(CassandraConfiguration.class)
public class HistoryConfiguration {

    @Bean
    HistorySchema historySchema(
            SessionFactory sessions, CassandraSettings settings, CassandraConnectionDetails cassandra) {
        return new HistorySchema(sessions, settings, Objects.requireNonNull(cassandra.getLocalDatacenter()));
    }

    /** The generation that is read. */
    @Bean
    HistoryKeyspace historyKeyspace(
            HistorySchema schema, ViewSettings views, AsyncCqlTemplate cql, CassandraConverter converter) {
        return new HistoryKeyspace(cql, converter, schema.create(views.history().read()));
    }

    /** Into the generation that is written. */
    @Bean
    HistoryWriter historyWriter(
            HistorySchema schema, ViewSettings views, AsyncCqlTemplate cql, CassandraConverter converter) {
        return new CassandraHistoryWriter(new HistoryKeyspace(
                cql, converter, schema.create(views.history().written())));
    }

    @Bean
    HistoryCheckpoints historyCheckpoints(HistoryKeyspace historyKeyspace) {
        return new CassandraHistoryCheckpoints(historyKeyspace);
    }

    @Bean
    Messages messages(HistoryKeyspace historyKeyspace) {
        return new CassandraMessages(historyKeyspace);
    }

    @Bean
    ConversationHeads conversationHeads(HistoryKeyspace historyKeyspace) {
        return new CassandraConversationHeads(historyKeyspace);
    }

    @Bean
    CassandraMemberWatermarks memberWatermarks(HistoryKeyspace historyKeyspace) {
        return new CassandraMemberWatermarks(historyKeyspace);
    }

    @Bean
    Mentions mentions(HistoryKeyspace historyKeyspace) {
        return new CassandraMentions(historyKeyspace);
    }

    @Bean
    Uncounted uncounted(HistoryKeyspace historyKeyspace) {
        return new CassandraUncounted(historyKeyspace);
    }

    @Bean
    Threads threads(HistoryKeyspace historyKeyspace) {
        return new CassandraThreads(historyKeyspace);
    }

    @Bean
    Receipts receipts(HistoryKeyspace historyKeyspace, CassandraMemberWatermarks memberWatermarks) {
        return new CassandraReceipts(historyKeyspace, memberWatermarks);
    }
}
