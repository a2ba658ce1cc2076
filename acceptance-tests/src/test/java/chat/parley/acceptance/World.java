package chat.parley.acceptance;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.standalone.Standalone;
import chat.parley.testing.RaisedLimits;
import chat.parley.testing.TestInfrastructure;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.context.ConfigurableApplicationContext;

/** The standalone product, started once for all tests of the JVM that share it; each test brings its own people. */
final class World {

    static final EmbeddedInfrastructure INFRASTRUCTURE = TestInfrastructure.with(Component.values());

    /** Of the shared product. */
    static final Path SECURITY_EVENTS_FOLDER = Path.of("target", "security-events-" + UUID.randomUUID());

    private static final Map<String, Object> SECURITY_EVENTS = Map.of(
            "parley.security-events.folder",
            SECURITY_EVENTS_FOLDER.toString(),
            "parley.security-events.exchange",
            true);

    private static final class Shared {
        static final Running RUNNING = start(SECURITY_EVENTS, Clock.systemUTC());
    }

    /** A running product of a test's own. */
    record Running(ConfigurableApplicationContext context, Http http) implements AutoCloseable {

        Http management() {
            String port = context.getEnvironment().getRequiredProperty("local.management.port");
            return Http.at(URI.create("http://localhost:" + port));
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private World() {}

    static Http shared() {
        return Shared.RUNNING.http();
    }

    /** What operators are told by the shared product. */
    static Http management() {
        return Shared.RUNNING.management();
    }

    /** A part of the shared product, to be left as it was found. */
    static <T> T bean(String name, Class<T> type) {
        return Shared.RUNNING.context().getBean(name, type);
    }

    static Running start(Map<String, Object> properties, Clock clock) {
        int port = INFRASTRUCTURE.port("http-" + UUID.randomUUID());
        Map<String, Object> all = new HashMap<>(RaisedLimits.properties());
        all.put("parley.link-previews.also-allowed", LinkedPages.RANGE);
        all.put("parley.link-previews.any-port", true);
        all.putAll(properties);
        // Of all the products here only one relays at a time, whichever.
        all.put("parley.rabbitmq.analytics", true);
        ConfigurableApplicationContext context = Standalone.context(
                INFRASTRUCTURE, port, all, fresh -> fresh.getBeanFactory().registerSingleton("clock", clock));
        return new Running(context, Http.at(URI.create("http://localhost:" + port)));
    }

    /** As a program of someone else's connects. */
    static Connection rabbitmq() throws IOException {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(INFRASTRUCTURE.addresses().rabbitmq().uri());
            factory.setAutomaticRecoveryEnabled(false);
            return factory.newConnection();
        } catch (GeneralSecurityException | URISyntaxException | TimeoutException e) {
            throw new IOException(e);
        }
    }
}
