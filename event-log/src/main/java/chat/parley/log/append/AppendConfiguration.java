package chat.parley.log.append;

import chat.parley.events.LogId;
import chat.parley.log.LogSchema;
import chat.parley.log.content.DataKeys;
import chat.parley.log.content.UsernameDigest;
import chat.parley.log.guard.AppendGuard;
import chat.parley.log.guard.GuardRows;
import chat.parley.log.row.EventCodec;
import chat.parley.log.signal.CommitNotifier;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records units of work. */
@Configuration(proxyBeanMethods = false)
public class AppendConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    GroupCommit groupCommit(LogSchema schema, LogId id, CommitNotifier commits, ObjectProvider<MeterRegistry> meters) {
        MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        return new GroupCommit(new BatchWriter(schema.dataSource(), id), commits, new WriterMeters(registry));
    }

    @Bean
    HealthIndicator logWriterHealthIndicator(GroupCommit writer) {
        return () -> (writer.isRunning() ? Health.up() : Health.down()).build();
    }

    @Bean
    TransactionalAppend transactionalAppend(
            LogSchema schema,
            LogId id,
            PlatformTransactionManager transactions,
            DataKeys keys,
            UsernameDigest digest,
            CommitNotifier commits,
            ObjectProvider<AppendGuard> others) {
        return new TransactionalAppend(
                new JdbcTemplate(schema.dataSource()),
                new TransactionTemplate(transactions),
                new GuardRows(schema.jdbc(), keys, digest),
                others.orderedStream().toList(),
                new EventInsert(id),
                commits);
    }

    @Bean
    Appender appender(EventCodec codec, GroupCommit writer, TransactionalAppend transactional) {
        return new Appender(codec, writer, transactional);
    }
}
