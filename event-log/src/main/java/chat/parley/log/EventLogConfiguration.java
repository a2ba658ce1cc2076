package chat.parley.log;

import chat.parley.database.Schema;
import chat.parley.events.LogId;
import chat.parley.log.append.AppendConfiguration;
import chat.parley.log.content.DataKeyRewrapper;
import chat.parley.log.content.DataKeys;
import chat.parley.log.content.MasterKeyConfiguration;
import chat.parley.log.content.MasterKeys;
import chat.parley.log.content.UsernameDigest;
import chat.parley.log.erasure.Erasures;
import chat.parley.log.erasure.PostgresErasures;
import chat.parley.log.guard.Admissions;
import chat.parley.log.guard.Blocks;
import chat.parley.log.guard.DeletedGroups;
import chat.parley.log.guard.Friendships;
import chat.parley.log.guard.GroupCalls;
import chat.parley.log.guard.JoinLinks;
import chat.parley.log.guard.LiveCalls;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Mutes;
import chat.parley.log.guard.Pins;
import chat.parley.log.guard.PostgresAdmissions;
import chat.parley.log.guard.PostgresBlocks;
import chat.parley.log.guard.PostgresDeletedGroups;
import chat.parley.log.guard.PostgresFriendships;
import chat.parley.log.guard.PostgresGroupCalls;
import chat.parley.log.guard.PostgresGuardTables;
import chat.parley.log.guard.PostgresJoinLinks;
import chat.parley.log.guard.PostgresLiveCalls;
import chat.parley.log.guard.PostgresMemberships;
import chat.parley.log.guard.PostgresMutes;
import chat.parley.log.guard.PostgresPins;
import chat.parley.log.guard.PostgresReports;
import chat.parley.log.guard.PostgresSights;
import chat.parley.log.guard.ProfileAccess;
import chat.parley.log.guard.Reports;
import chat.parley.log.guard.Sights;
import chat.parley.log.read.ReadConfiguration;
import chat.parley.log.row.RowConfiguration;
import chat.parley.log.signal.SignalConfiguration;
import chat.parley.log.snapshot.PostgresSnapshots;
import chat.parley.log.snapshot.Snapshots;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Sets up the log over the context's {@link DataSource}, whose schema must be current. */
@Configuration(proxyBeanMethods = false)
@Import({
    MasterKeyConfiguration.class,
    RowConfiguration.class,
    SignalConfiguration.class,
    AppendConfiguration.class,
    ReadConfiguration.class
})
public class EventLogConfiguration {

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
    DataKeyRewrapper rewrapping(
            LogSchema schema, LogId id, MasterKeys masters, @SuppressWarnings("unused") DataKeys checked) {
        DataKeyRewrapper rewrapping = new DataKeyRewrapper(schema.jdbc(), id, masters);
        rewrapping.start();
        return rewrapping;
    }

    @Bean
    UsernameDigest usernameDigest(DataKeys keys) {
        return new UsernameDigest(keys);
    }

    @Bean
    Erasures erasures(LogSchema schema) {
        return new PostgresErasures(schema.jdbc());
    }

    @Bean
    PostgresGuardTables guards(LogSchema schema, UsernameDigest digest) {
        return new PostgresGuardTables(schema.jdbc(), digest);
    }

    @Bean
    Memberships memberships(LogSchema schema) {
        return new PostgresMemberships(schema.jdbc());
    }

    @Bean
    ProfileAccess profileAccess(Memberships memberships, PostgresGuardTables guards, Sights sights) {
        return new ProfileAccess(memberships, guards, sights);
    }

    @Bean
    Friendships friendships(LogSchema schema) {
        return new PostgresFriendships(schema.jdbc());
    }

    @Bean
    Admissions admissions(LogSchema schema) {
        return new PostgresAdmissions(schema.jdbc());
    }

    @Bean
    Reports reports(LogSchema schema) {
        return new PostgresReports(schema.jdbc());
    }

    @Bean
    DeletedGroups deletedGroups(LogSchema schema) {
        return new PostgresDeletedGroups(schema.jdbc());
    }

    @Bean
    Mutes mutes(LogSchema schema) {
        return new PostgresMutes(schema.jdbc());
    }

    @Bean
    Blocks blocks(LogSchema schema) {
        return new PostgresBlocks(schema.jdbc());
    }

    @Bean
    Sights sights(LogSchema schema) {
        return new PostgresSights(schema.jdbc());
    }

    @Bean
    Pins pins(LogSchema schema) {
        return new PostgresPins(schema.jdbc());
    }

    @Bean
    JoinLinks joinLinks(LogSchema schema) {
        return new PostgresJoinLinks(schema.jdbc());
    }

    @Bean
    GroupCalls groupCalls(LogSchema schema) {
        return new PostgresGroupCalls(schema.jdbc());
    }

    @Bean
    LiveCalls liveCalls(LogSchema schema) {
        return new PostgresLiveCalls(schema.jdbc());
    }

    @Bean
    Snapshots snapshots(LogSchema schema) {
        return new PostgresSnapshots(schema.jdbc());
    }
}
