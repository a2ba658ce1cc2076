package chat.parley.log;

import chat.parley.log.erasure.Erasures;
import chat.parley.log.erasure.PostgresErasures;
import chat.parley.log.guard.GuardRows;
import chat.parley.log.guard.PostgresGuards;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The log over the context's {@link DataSource}; its schema is brought up to date first. */
@Configuration(proxyBeanMethods = false)
public class EventLogConfiguration {

    /** Exists once the schema is current: what reads or writes the log asks for it. */
    record LogSchema(DataSource dataSource) {}

    @Bean
    LogSchema logSchema(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("log")
                .locations("classpath:db/log")
                .load()
                .migrate();
        return new LogSchema(dataSource);
    }

    @Bean(destroyMethod = "close")
    LogSignals logSignals(LogSchema schema) {
        LogSignals signals = new LogSignals(schema.dataSource());
        signals.start();
        return signals;
    }

    @Bean
    EventLog eventLog(LogSchema schema, PlatformTransactionManager transactions, LogSignals signals) {
        JdbcClient jdbc = JdbcClient.create(schema.dataSource());
        return new PostgresEventLog(
                jdbc,
                new TransactionTemplate(transactions),
                new GuardRows(jdbc),
                signals,
                new EventCodec(JsonMapper.builder().build(), new ContentCommitment(new SecureRandom())));
    }

    @Bean
    Erasures erasures(LogSchema schema) {
        return new PostgresErasures(JdbcClient.create(schema.dataSource()));
    }

    @Bean
    PostgresGuards guards(LogSchema schema) {
        return new PostgresGuards(JdbcClient.create(schema.dataSource()));
    }
}
