package chat.parley.query;

import chat.parley.access.AccessTokens;
import chat.parley.access.Caller;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import chat.parley.access.ServiceCaller;
import chat.parley.database.Role;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Addresses;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The query side as it is deployed, started once for all tests over real stores. */
final class QueryService {

    static final EmbeddedInfrastructure INFRASTRUCTURE =
            TestInfrastructure.with(Component.POSTGRESQL, Component.CASSANDRA, Component.REDIS, Component.RABBITMQ);

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

    static String accessToken(UserId user) {
        return bean(AccessTokens.class).accessToken(new Caller(user, new SessionId(UUID.randomUUID())));
    }

    static String serviceToken(UserId user) {
        return bean(AccessTokens.class).serviceToken(service(user).caller());
    }

    /** A service that asks for someone. */
    static ServiceCaller service(UserId user) {
        return new ServiceCaller(new Caller(user, new SessionId(UUID.randomUUID())));
    }

    static String clientToken(Scope... scopes) {
        return bean(AccessTokens.class)
                .clientToken(new MachineClientCaller(new MachineClientId(UUID.randomUUID()), Set.of(scopes)));
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
                "--spring.data.redis.url=" + addresses.redis().uri(),
                "--spring.rabbitmq.addresses=" + addresses.rabbitmq().uri());
    }

    static List<String> secrets() {
        return List.of(
                "--parley.secret.access=" + secret('a'),
                "--parley.secret.service=" + secret('s'),
                "--parley.secret.master=" + secret('m'));
    }

    private static ConfigurableApplicationContext start() {
        List<String> arguments = new ArrayList<>(addresses());
        arguments.addAll(secrets());
        return SpringApplication.run(QuerySideApplication.class, arguments.toArray(String[]::new));
    }

    static String secret(char letter) {
        return Base64.getUrlEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
