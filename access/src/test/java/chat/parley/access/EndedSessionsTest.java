package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.SessionId;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Services that share a database and a broker, as in a deployment. */
class EndedSessionsTest {

    private static final EmbeddedInfrastructure INFRASTRUCTURE =
            TestInfrastructure.with(Part.POSTGRESQL, Part.RABBITMQ);

    private static final Address.Postgresql POSTGRESQL =
            INFRASTRUCTURE.addresses().postgresql();

    private final SessionId session = new SessionId(UUID.randomUUID());
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource(POSTGRESQL.jdbcUrl(), POSTGRESQL.user(), POSTGRESQL.password()));

    @BeforeEach
    void noAccountsYet() {
        jdbc.sql("drop schema if exists accounts cascade").update();
    }

    @AfterEach
    void stop() {
        services.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aServiceStartedBeforeTheTableIsMadeCannotTellUntilItIs() {
        EndedSessions ended = started();
        assertThat(ended.reachable()).isFalse();
        makeTable();
        await().until(ended::reachable);
    }

    @Test
    void anEndIsKnownEverywhereAtOnceAndToThoseWhoListen() {
        makeTable();
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
        makeTable();
        EndedSessions ended = started();
        assertThat(ended.isEnded(session)).isFalse();
        end(session, "now()");
        await().until(() -> ended.isEnded(session));
    }

    @Test
    void aStartKnowsWhatEndedBeforeItButNotWhatNoTokenOutlives() {
        makeTable();
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
        makeTable();
        EndedSessions ended = started();
        await().until(ended::reachable);
        INFRASTRUCTURE.kill(Part.RABBITMQ);
        await().during(RememberedEnds.TRUSTED.plusSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(ended::reachable);
        INFRASTRUCTURE.kill(Part.POSTGRESQL);
        await().atMost(Duration.ofSeconds(15)).until(() -> !ended.reachable());
        INFRASTRUCTURE.restart(Part.RABBITMQ);
        await().during(Duration.ofSeconds(2)).until(() -> !ended.reachable());
        INFRASTRUCTURE.restart(Part.POSTGRESQL);
        await().atMost(Duration.ofSeconds(15)).until(ended::reachable);
    }

    private void makeTable() {
        jdbc.sql("create schema accounts").update();
        jdbc.sql("create table accounts.session (id uuid primary key, ended_at timestamptz)")
                .update();
    }

    private void end(SessionId ended, String at) {
        jdbc.sql("insert into accounts.session values (?, " + at + ")")
                .param(ended.value())
                .update();
    }

    private EndedSessions started() {
        return service().getBean(EndedSessions.class);
    }

    private ConfigurableApplicationContext service() {
        SpringApplication application = new SpringApplication(Service.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        ConfigurableApplicationContext context = application.run(
                "--spring.datasource.url=" + POSTGRESQL.jdbcUrl(),
                "--spring.datasource.username=" + POSTGRESQL.user(),
                "--spring.datasource.password=" + POSTGRESQL.password(),
                "--spring.datasource.hikari.connection-timeout=1000",
                "--parley.rabbitmq.uri=" + INFRASTRUCTURE.addresses().rabbitmq().uri());
        services.add(context);
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @Import(SessionEnds.class)
    static class Service {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
