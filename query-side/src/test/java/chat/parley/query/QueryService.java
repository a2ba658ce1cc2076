package chat.parley.query;

import chat.parley.access.AccessTokens;
import chat.parley.access.Caller;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.MachineClientId;
import chat.parley.access.PublicKeys;
import chat.parley.access.Scope;
import chat.parley.access.ServiceCaller;
import chat.parley.access.ServiceTokens;
import chat.parley.database.Role;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Addresses;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.infrastructure.SigningKeyPair;
import chat.parley.testing.RaisedLimits;
import chat.parley.testing.RecordedStatements;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The query side as it is deployed, started once for all tests over real stores. */
final class QueryService {

    static final EmbeddedInfrastructure INFRASTRUCTURE =
            TestInfrastructure.with(Component.POSTGRESQL, Component.CASSANDRA, Component.REDIS, Component.RABBITMQ);

    private static final SigningKeyPair ACCESS = SigningKeyPair.fresh();
    private static final SigningKeyPair SERVICE = SigningKeyPair.fresh();
    private static final PublicKeys KEYS = new PublicKeys(List.of(ACCESS.publicKey()), List.of(SERVICE.publicKey()));

    /** Those of the command side and of a gateway: the query side itself can issue none. */
    private static final AccessTokens TOKENS = new AccessTokens(ACCESS.privateKey(), KEYS, Clock.systemUTC());

    private static final ServiceTokens SERVICES = new ServiceTokens(SERVICE.privateKey(), KEYS, Clock.systemUTC());

    private static final class Shared {
        static final ConfigurableApplicationContext CONTEXT = start();
    }

    private QueryService() {}

    static <T> T bean(Class<T> type) {
        return Shared.CONTEXT.getBean(type);
    }

    static int port() {
        return Integer.parseInt(Shared.CONTEXT.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static int managementPort() {
        return Integer.parseInt(Shared.CONTEXT.getEnvironment().getRequiredProperty("local.management.port"));
    }

    static String accessToken(UserId user) {
        return TOKENS.accessToken(new Caller(user, new SessionId(UUID.randomUUID())));
    }

    static String serviceToken(UserId user) {
        return SERVICES.serviceToken(service(user).caller());
    }

    /** A service that asks for someone. */
    static ServiceCaller service(UserId user) {
        return new ServiceCaller(new Caller(user, new SessionId(UUID.randomUUID())));
    }

    static String clientToken(MachineClientCaller caller) {
        return TOKENS.clientToken(caller);
    }

    static String clientToken(Scope... scopes) {
        return TOKENS.clientToken(new MachineClientCaller(new MachineClientId(UUID.randomUUID()), Set.of(scopes)));
    }

    /** What a deployment gives it: addresses and secrets. */
    static List<String> addresses() {
        Addresses addresses = INFRASTRUCTURE.addresses();
        Address.Postgresql postgresql = TestDatabase.shared().as(Role.QUERY);
        Address.Cassandra cassandra = addresses.cassandra();
        return List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + postgresql.jdbcUrl(),
                "--spring.datasource.username=" + postgresql.user(),
                "--spring.datasource.password=" + postgresql.password(),
                "--spring.cassandra.contact-points=" + cassandra.host() + ":" + cassandra.port(),
                "--spring.cassandra.local-datacenter=" + cassandra.datacenter(),
                "--spring.cassandra.username=" + cassandra.user(),
                "--spring.cassandra.password=" + cassandra.password(),
                "--spring.data.redis.url=" + addresses.redis().uri(),
                "--spring.rabbitmq.addresses=" + addresses.rabbitmq().uri());
    }

    static List<String> secrets() {
        return List.of(
                "--parley.publickey.access=" + ACCESS.publicKey(),
                "--parley.publickey.service=" + SERVICE.publicKey(),
                "--parley.secret.master=" + secret('m'));
    }

    private static ConfigurableApplicationContext start() {
        List<String> arguments = new ArrayList<>(addresses());
        arguments.addAll(secrets());
        RaisedLimits.arguments().forEach(limit -> arguments.add("--" + limit));
        SpringApplication application = new SpringApplication(QuerySideApplication.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new Recording()));
        return application.run(arguments.toArray(String[]::new));
    }

    /** What the service asks of PostgreSQL can be listened to. */
    private static final class Recording implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource database ? new RecordedStatements(database) : bean;
        }
    }

    static String secret(char letter) {
        return Base64.getUrlEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
