package chat.parley.command.testing;

import chat.parley.database.Role;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Addresses;
import chat.parley.infrastructure.Component;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestInfrastructure;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Where the test's components are, and secrets that are none. */
public final class RealAddresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String ORIGIN = "https://chat.example.org";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties()).and(secrets()).applyTo(context);
    }

    public static String[] properties() {
        Addresses addresses = TestInfrastructure.with(Component.POSTGRESQL, Component.RABBITMQ, Component.OBJECT_STORE)
                .addresses();
        Address.Postgresql postgresql = TestDatabase.shared().as(Role.COMMAND);
        return new String[] {
            "spring.datasource.url=" + postgresql.jdbcUrl(),
            "spring.datasource.username=" + postgresql.user(),
            "spring.datasource.password=" + postgresql.password(),
            "spring.rabbitmq.addresses=" + addresses.rabbitmq().uri(),
            "parley.objects.endpoint=" + addresses.objectStore().endpoint(),
            "parley.objects.access-key=" + addresses.objectStore().accessKey(),
            "parley.objects.secret-key=" + addresses.objectStore().secretKey(),
            "parley.origins=" + ORIGIN
        };
    }

    public static String[] secrets() {
        return Stream.of("access", "service", "operator", "master", "deployment")
                .map(name -> "parley.secret." + name + "=" + secret(name))
                .toArray(String[]::new);
    }

    public static String secret(String name) {
        return (name + "0".repeat(43)).substring(0, 43);
    }
}
