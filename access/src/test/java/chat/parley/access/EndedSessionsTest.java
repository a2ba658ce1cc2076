package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.database.Role;
import chat.parley.database.SchemaUnusable;
import chat.parley.events.SessionId;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services that share a database and a broker, as in a deployment. */
class EndedSessionsTest {

    private static final EmbeddedInfrastructure INFRASTRUCTURE =
            TestInfrastructure.with(Component.POSTGRESQL, Component.RABBITMQ);

    private static final Address.Postgresql POSTGRESQL = TestDatabase.shared().as(Role.GATEWAY);

    private final SessionId session = new SessionId(UUID.randomUUID());
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private final JdbcClient jdbc =
            JdbcClient.create(TestDatabase.shared().as(Role.COMMAND).dataSource());

    @AfterEach
    void stop() {
        services.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aServiceDoesNotStartBeforeTheTableIsMade() {
        Address.Postgresql empty = TestDatabase.empty().as(Role.GATEWAY);
        assertThatThrownBy(() -> service(empty)).rootCause().isInstanceOf(SchemaUnusable.class);
    }

    @Test
    void anEndIsKnownEverywhereAtOnceAndToThoseWhoListen() {
        EndedSessions one = started();
        EndedSessions other = started();
        List<SessionId> told = new CopyOnWriteArrayList<>();
        other.listen(told::add);
        // Repeated because the services' subscriptions may be a moment from standing.
        await().untilAsserted(() -> {
            SessionId next = new SessionId(UUID.randomUUID());
            one.ended(next);
            assertThat(one.isEnded(next)).isTrue();
            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(told).contains(next));
            assertThat(other.isEnded(next)).isTrue();
        });
    }

    @Test
    void whatTheBroadcastDidNotTellIsFoundInTheTable() {
        EndedSessions ended = started();
        assertThat(ended.isEnded(session)).isFalse();
        end(session, "now()");
        await().until(() -> ended.isEnded(session));
    }

    @Test
    void aStartKnowsWhatEndedBeforeItButNotWhatNoTokenOutlives() {
        SessionId old = new SessionId(UUID.randomUUID());
        SessionId open = new SessionId(UUID.randomUUID());
        end(session, "now() - interval '5 minutes'");
        end(old, "now() - interval '1 hour'");
        end(open, "null");
        EndedSessions ended = started();
        assertThat(ended.reachable()).isTrue();
        assertThat(ended.isEnded(session)).isTrue();
        assertThat(ended.isEnded(old)).isFalse();
        assertThat(ended.isEnded(open)).isFalse();
    }

    @Test
    void whileOneSourceAnswersNobodyIsRefusedAndWithoutBothEveryoneIsUntilOneReturns() throws Exception {
        EndedSessions ended = started();
        await().until(ended::reachable);
        INFRASTRUCTURE.kill(Component.RABBITMQ);
        await().during(EndedSessionCache.TRUSTED.plusSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(ended::reachable);
        INFRASTRUCTURE.kill(Component.POSTGRESQL);
        await().atMost(Duration.ofSeconds(15)).until(() -> !ended.reachable());
        INFRASTRUCTURE.restart(Component.RABBITMQ);
        await().during(Duration.ofSeconds(2)).until(() -> !ended.reachable());
        INFRASTRUCTURE.restart(Component.POSTGRESQL);
        await().atMost(Duration.ofSeconds(15)).until(ended::reachable);
    }

    private void end(SessionId ended, String at) {
        UUID account = UUID.randomUUID();
        jdbc.sql("insert into accounts.credential values (?, ?, '', now())")
                .params(account, account.toString())
                .update();
        jdbc.sql("""
            insert into accounts.session (id, account, created_at, last_used_at, refresh_hash, ended_at, end_reason)
            select ?, ?, now(), now(), '', at, case when at is not null then 'SIGNED_OUT' end
            from (select cast(%s as timestamptz)) as ended (at)
            """.formatted(at)).params(ended.value(), account).update();
    }

    private EndedSessions started() {
        return service(POSTGRESQL).getBean(EndedSessions.class);
    }

    private ConfigurableApplicationContext service(Address.Postgresql postgresql) {
        SpringApplication application = new SpringApplication(Service.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        ConfigurableApplicationContext context = application.run(
                "--spring.datasource.url=" + postgresql.jdbcUrl(),
                "--spring.datasource.username=" + postgresql.user(),
                "--spring.datasource.password=" + postgresql.password(),
                "--spring.datasource.hikari.connection-timeout=1000",
                "--spring.rabbitmq.addresses="
                        + INFRASTRUCTURE.addresses().rabbitmq().uri());
        services.add(context);
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, RabbitAutoConfiguration.class})
    @Import(EndedSessionConfiguration.class)
    static class Service {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
