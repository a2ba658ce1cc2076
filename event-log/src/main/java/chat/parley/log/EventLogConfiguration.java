package chat.parley.log;

import chat.parley.log.erasure.Erasures;
import chat.parley.log.erasure.PostgresErasures;
import chat.parley.events.LogId;
import chat.parley.log.content.DataKeys;
import chat.parley.log.content.MasterKeyConfiguration;
import chat.parley.log.content.MasterKeys;
import chat.parley.log.content.PersonalContent;
import chat.parley.log.content.UsernameDigest;
import chat.parley.log.guard.GuardRows;
import chat.parley.log.guard.PostgresGuards;
import java.security.SecureRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The log over the context's {@link DataSource}; its schema is brought up to date first. */
@Configuration(proxyBeanMethods = false)
@Import(MasterKeyConfiguration.class)
public class EventLogConfiguration {

    /** Exists once the schema is current: what reads or writes the log asks for it. */
    record LogSchema(DataSource dataSource) {

        JdbcClient jdbc() {
            return JdbcClient.create(dataSource);
        }
    }

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

    @Bean
    LogId logId(LogSchema schema) {
        return new LogId(schema.jdbc()
                .sql("SELECT log_id FROM log.head")
                .query(UUID.class)
                .single());
    }

    @Bean
    DataKeys dataKeys(LogSchema schema, LogId id, MasterKeys masters) {
        return DataKeys.open(schema.jdbc(), id, masters);
    }

    @Bean
    UsernameDigest usernameDigest(DataKeys keys) {
        return new UsernameDigest(keys);
    }

    @Bean(destroyMethod = "close")
    LogSignals logSignals(LogSchema schema, DataKeys keys) {
        LogSignals signals = new LogSignals(schema.dataSource(), keys);
        signals.start();
        return signals;
    }

    @Bean
    EventLog eventLog(
            LogSchema schema, LogId id, PlatformTransactionManager transactions, LogSignals signals, DataKeys keys) {
        JdbcClient jdbc = schema.jdbc();
        SecureRandom random = new SecureRandom();
        PersonalContent personal = new PersonalContent(keys, random);
        return new PostgresEventLog(
                jdbc,
                new TransactionTemplate(transactions),
                new GuardRows(jdbc),
                signals,
                new EventCodec(id, JsonMapper.builder().build(), new ContentCommitment(random), personal),
                personal);
    }

    @Bean
    Erasures erasures(LogSchema schema) {
        return new PostgresErasures(schema.jdbc());
    }

    @Bean
    PostgresGuards guards(LogSchema schema) {
        return new PostgresGuards(schema.jdbc());
    }
}
