package chat.parley.command.testing;

import chat.parley.access.PublicKeys;
import chat.parley.access.ServiceTokens;
import chat.parley.database.Role;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Addresses;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.SigningKeyPair;
import chat.parley.testing.RaisedLimits;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestInfrastructure;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Where the test's components are, and secrets that are none. */
public final class RealAddresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final SigningKeyPair ACCESS = SigningKeyPair.fresh();
    private static final SigningKeyPair SERVICE = SigningKeyPair.fresh();

    public static final String ORIGIN = "https://chat.example.org";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties()).and(secrets()).applyTo(context);
    }

    public static String[] properties() {
        Addresses addresses = TestInfrastructure.with(
                        Component.POSTGRESQL, Component.RABBITMQ, Component.REDIS, Component.OBJECT_STORE)
                .addresses();
        Address.Postgresql postgresql = TestDatabase.shared().as(Role.COMMAND);
        Stream<String> given = Stream.of(
                "spring.datasource.url=" + postgresql.jdbcUrl(),
                "spring.datasource.username=" + postgresql.user(),
                "spring.datasource.password=" + postgresql.password(),
                "spring.rabbitmq.addresses=" + addresses.rabbitmq().uri(),
                "parley.objects.endpoint=" + addresses.objectStore().endpoint(),
                "parley.objects.access-key=" + addresses.objectStore().accessKey(),
                "parley.objects.secret-key=" + addresses.objectStore().secretKey(),
                "spring.data.redis.url=" + addresses.redis().uri(),
                "parley.trusted-proxies=127.0.0.1/32",
                // Only gateways go there.
                "parley.calls.janus=ws://127.0.0.1:1",
                "parley.limits.sign-in-account=40/1h",
                "parley.limits.refresh-session=60/1h",
                "parley.link-previews.also-allowed=127.0.0.2/32",
                "parley.link-previews.any-port=true",
                "parley.origins=" + ORIGIN);
        return Stream.concat(given, RaisedLimits.arguments().stream()).toArray(String[]::new);
    }

    public static String[] secrets() {
        Stream<String> random =
                Stream.of("operator", "master", "deployment").map(name -> "parley.secret." + name + "=" + secret(name));
        Stream<String> keys = Stream.of(
                "parley.secret.access=" + ACCESS.privateKey(),
                "parley.publickey.access=" + ACCESS.publicKey(),
                "parley.publickey.service=" + SERVICE.publicKey());
        return Stream.concat(random, keys).toArray(String[]::new);
    }

    /** Those of a gateway that calls the service under test. */
    public static ServiceTokens gateway() {
        PublicKeys keys = new PublicKeys(List.of(ACCESS.publicKey()), List.of(SERVICE.publicKey()));
        return new ServiceTokens(SERVICE.privateKey(), keys, Clock.systemUTC());
    }

    public static String secret(String name) {
        return (name + "0".repeat(43)).substring(0, 43);
    }
}
