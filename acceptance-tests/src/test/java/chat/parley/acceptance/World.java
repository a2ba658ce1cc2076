package chat.parley.acceptance;

import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.testing.TestInfrastructure;
import chat.parley.standalone.Standalone;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** The standalone product, started once for all tests of the JVM that share it; each test brings its own people. */
final class World {

    static final EmbeddedInfrastructure INFRASTRUCTURE =
            TestInfrastructure.with(Part.POSTGRESQL, Part.REDIS, Part.CASSANDRA, Part.RABBITMQ, Part.OBJECT_STORE);

    private static final class Shared {
        static final Http HTTP = start(Map.of(), Clock.systemUTC()).http();
    }

    /** A running product of a test's own. */
    record Running(ConfigurableApplicationContext context, Http http) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    private World() {}

    static Http shared() {
        return Shared.HTTP;
    }

    static Running start(Map<String, Object> properties, Clock clock) {
        int port = INFRASTRUCTURE.port("http-" + UUID.randomUUID());
        ConfigurableApplicationContext context = Standalone.context(
                INFRASTRUCTURE,
                port,
                properties,
                fresh -> fresh.getBeanFactory().registerSingleton("clock", clock));
        return new Running(context, Http.at(URI.create("http://localhost:" + port)));
    }
}
