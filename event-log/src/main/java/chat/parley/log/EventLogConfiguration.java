package chat.parley.log;

import chat.parley.events.LogId;
import chat.parley.log.guard.GuardRows;
import chat.parley.log.guard.PostgresGuards;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
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
    LogId logId(LogSchema schema) {
        return new LogId(JdbcClient.create(schema.dataSource())
                .sql("SELECT log_id FROM log.head")
                .query(UUID.class)
                .single());
    }

    @Bean
    Tail logTail() {
        return new Tail(System::nanoTime);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    GroupCommit groupCommit(
            LogSchema schema, LogId id, LogSignals signals, Tail tail, ObjectProvider<MeterRegistry> meters) {
        MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        return new GroupCommit(
                new BatchWriter(schema.dataSource(), id), new Appended(tail, signals), new WriterMeters(registry));
    }

    @Bean
    EventLog eventLog(
            LogSchema schema,
            LogId id,
            PlatformTransactionManager transactions,
            GroupCommit writer,
            Tail tail,
            LogSignals signals) {
        JdbcClient jdbc = JdbcClient.create(schema.dataSource());
        TransactionalAppend transactional = new TransactionalAppend(
                new JdbcTemplate(schema.dataSource()),
                new TransactionTemplate(transactions),
                new GuardRows(jdbc),
                new EventInsert(id),
                new Appended(tail, signals));
        EventCodec codec = new EventCodec(JsonMapper.builder().build(), new ContentCommitment(new SecureRandom()));
        return new PostgresEventLog(id, jdbc, codec, writer, transactional, tail);
    }

    @Bean
    PostgresGuards guards(LogSchema schema) {
        return new PostgresGuards(JdbcClient.create(schema.dataSource()));
    }
}
