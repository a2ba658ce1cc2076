package chat.parley.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Where {@code parley.require-tls} is set, no service starts that would speak to one of its stores without TLS, or without verifying that it
 * is the one that is named. It knows the settings by which Spring Boot connects to each, since a password would be sent before any of them
 * could be asked.
 */
public final class RequiredTls implements EnvironmentPostProcessor {

    static final String SETTING = "parley.require-tls";

    private static final String POSTGRESQL = "spring.datasource.";
    private static final String RABBITMQ = "spring.rabbitmq.";
    private static final String REDIS = "spring.data.redis.";
    private static final String CASSANDRA = "spring.cassandra.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty(SETTING, Boolean.class, false)) {
            List<String> problems = problems(environment);
            if (!problems.isEmpty()) {
                throw new IllegalStateException(SETTING + " is set, and " + String.join("; ", problems) + ".");
            }
        }
    }

    /** A store whose address is not given is on this machine, or is not used. */
    private static List<String> problems(Environment settings) {
        List<String> problems = new ArrayList<>();
        String url = settings.getProperty(POSTGRESQL + "url", "");
        if (!url.isEmpty() && !url.matches(".*[?&]sslmode=verify-full(&.*)?")) {
            problems.add("PostgreSQL: spring.datasource.url does not say sslmode=verify-full");
        }
        if (isGiven(settings, RABBITMQ, "addresses", "host")) {
            if (!isOn(settings, RABBITMQ) && !allBeginWith("amqps://", settings.getProperty(RABBITMQ + "addresses"))) {
                problems.add("RabbitMQ: spring.rabbitmq.ssl.enabled is not true");
            }
            if (!settings.getProperty(RABBITMQ + "ssl.verify-hostname", Boolean.class, true)
                    || !settings.getProperty(RABBITMQ + "ssl.validate-server-certificate", Boolean.class, true)) {
                problems.add("RabbitMQ: its certificate is not verified");
            }
        }
        if (isGiven(settings, REDIS, "url", "host", "cluster.nodes")
                && !isOn(settings, REDIS)
                && !allBeginWith("rediss://", settings.getProperty(REDIS + "url"))) {
            problems.add("Redis: spring.data.redis.url is not rediss://, and spring.data.redis.ssl.enabled not true");
        }
        if (isGiven(settings, CASSANDRA, "contact-points") && !isOn(settings, CASSANDRA)) {
            problems.add("Cassandra: spring.cassandra.ssl.bundle is not set, nor is spring.cassandra.ssl.enabled true");
        }
        return problems;
    }

    private static boolean isGiven(Environment settings, String store, String... names) {
        return Arrays.stream(names)
                .anyMatch(name -> !settings.getProperty(store + name, "").isBlank());
    }

    private static boolean isOn(Environment settings, String store) {
        boolean isBundled = !settings.getProperty(store + "ssl.bundle", "").isBlank();
        return settings.getProperty(store + "ssl.enabled", Boolean.class, isBundled);
    }

    private static boolean allBeginWith(String scheme, @Nullable String addresses) {
        return addresses != null
                && Arrays.stream(addresses.split(","))
                        .allMatch(each -> each.strip().startsWith(scheme));
    }
}
