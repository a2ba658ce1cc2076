package chat.parley.log;

import chat.parley.database.Schema;
import chat.parley.events.LogId;
import chat.parley.log.content.DataKeys;
import chat.parley.log.content.MasterKeyConfiguration;
import chat.parley.log.content.MasterKeys;
import chat.parley.log.content.PersonalContent;
import chat.parley.log.content.Rewrapping;
import chat.parley.log.content.RowSeal;
import chat.parley.log.content.UsernameDigest;
import chat.parley.log.erasure.ErasedMembers;
import chat.parley.log.erasure.Erasures;
import chat.parley.log.erasure.PostgresErasedMembers;
import chat.parley.log.erasure.PostgresErasures;
import chat.parley.log.guard.GuardRows;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.PostgresGuards;
import chat.parley.log.guard.PostgresMemberships;
import chat.parley.log.snapshot.PostgresSnapshots;
import chat.parley.log.snapshot.Snapshots;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** The log over the context's {@link DataSource}, whose schema must be current. */
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
        Schema.LOG.requireCurrent(dataSource);
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

    @Bean(destroyMethod = "close")
    Rewrapping rewrapping(
            LogSchema schema, LogId id, MasterKeys masters, @SuppressWarnings("unused") DataKeys checked) {
        Rewrapping rewrapping = new Rewrapping(schema.jdbc(), id, masters);
        rewrapping.start();
        return rewrapping;
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
    LogTime logTime(LogSchema schema) {
        return new LogTime(schema.jdbc());
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
    PersonalContent personalContent(DataKeys keys) {
        return new PersonalContent(keys, new SecureRandom());
    }

    @Bean
    EventCodec eventCodec(LogId id, PersonalContent personal) {
        JsonMapper json = JsonMapper.builder().addModule(new BlackbirdModule()).build();
        return new EventCodec(id, json, new ContentCommitment(new SecureRandom()), personal);
    }

    @Bean
    SealedRows sealedRows(EventCodec codec, PersonalContent personal, DataKeys keys) {
        return new SealedRows(codec, new RowContents(personal), new RowSeal(keys));
    }

    @Bean
    UnreadableRows unreadableRows(ObjectProvider<MeterRegistry> meters) {
        return new UnreadableRows(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    EventRows eventRows(LogId id, EventCodec codec, PersonalContent personal, UnreadableRows unreadable) {
        return new EventRows(id, codec, new RowContents(personal), unreadable);
    }

    @Bean
    ManyStreams manyStreams(LogSchema schema, EventRows rows, EventCodec codec) {
        return new PostgresManyStreams(schema.jdbc(), rows, codec);
    }

    @Bean
    HealthIndicator logWriterHealthIndicator(GroupCommit writer) {
        return () -> (writer.isRunning() ? Health.up() : Health.down()).build();
    }

    /** Without signals the log is looked at every second. */
    @Bean
    HealthIndicator logSignalsHealthIndicator(LogSignals signals) {
        return () -> (signals.isListening() ? Health.up() : Health.status(UnreadableRowsHealth.DEGRADED)).build();
    }

    @Bean
    UnreadableRowsHealth eventLogHealthIndicator(UnreadableRows unreadable) {
        return new UnreadableRowsHealth(unreadable);
    }

    /** Said by its class, so that it is found as {@link LogSlices} too. */
    @Bean
    PostgresEventLog eventLog(
            LogSchema schema,
            LogId id,
            EventCodec codec,
            EventRows rows,
            TransactionalAppend transactional,
            GroupCommit writer,
            Tail tail) {
        return new PostgresEventLog(id, schema.jdbc(), codec, rows, writer, transactional, tail);
    }

    @Bean
    TransactionalAppend transactionalAppend(
            LogSchema schema,
            LogId id,
            PlatformTransactionManager transactions,
            DataKeys keys,
            UsernameDigest digest,
            Tail tail,
            LogSignals signals) {
        return new TransactionalAppend(
                new JdbcTemplate(schema.dataSource()),
                new TransactionTemplate(transactions),
                new GuardRows(schema.jdbc(), keys, digest),
                new EventInsert(id),
                new Appended(tail, signals));
    }

    @Bean
    Erasures erasures(LogSchema schema) {
        return new PostgresErasures(schema.jdbc());
    }

    @Bean
    ErasedMembers erasedMembers(LogSchema schema) {
        return new PostgresErasedMembers(schema.jdbc());
    }

    @Bean
    PostgresGuards guards(LogSchema schema, UsernameDigest digest) {
        return new PostgresGuards(schema.jdbc(), digest);
    }

    @Bean
    Memberships memberships(LogSchema schema) {
        return new PostgresMemberships(schema.jdbc());
    }

    @Bean
    Snapshots snapshots(LogSchema schema) {
        return new PostgresSnapshots(schema.jdbc());
    }
}
