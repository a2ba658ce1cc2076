package chat.parley.acceptance;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A service started by its own main in this JVM, with the address where operators ask it, with an environment that knows what was read from it. */
record WatchedService(ConfigurableApplicationContext context, URI management, Environment environment)
        implements AutoCloseable {

    /** Environment variables. Spring may copy the map, so that each value itself knows whether it was used. */
    record Environment(Map<String, Object> variables, Set<String> read) {

        static Environment of(Map<String, String> values) {
            Environment environment = new Environment(new HashMap<>(), ConcurrentHashMap.newKeySet());
            values.forEach((variable, value) ->
                    environment.variables.put(variable, new Value(value, () -> environment.read.add(variable))));
            return environment;
        }

        Set<String> unread() {
            Set<String> unread = new TreeSet<>(variables.keySet());
            unread.removeAll(read);
            return unread;
        }
    }

    /** Converted as any text where a property is wanted. */
    private record Value(String text, Runnable onRead) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        /** A list is not read further where it is empty. */
        @Override
        public boolean isEmpty() {
            onRead.run();
            return text.isEmpty();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            onRead.run();
            return text;
        }
    }

    static WatchedService start(Compose.Service service, Map<String, String> variables) throws Exception {
        Map<String, String> all = service.environment(service.properties());
        all.put("SERVER_PORT", "0");
        all.put("SERVER_ADDRESS", "localhost");
        all.computeIfPresent("MANAGEMENT_SERVER_ADDRESS", (_, _) -> "localhost");
        all.putAll(variables);
        Environment environment = Environment.of(all);
        AtomicReference<@Nullable ConfigurableApplicationContext> context = new AtomicReference<>();
        var main = Class.forName(service.main()).getMethod("main", String[].class);
        SpringApplication.withHook(_ -> listener(environment.variables(), context), () -> {
            main.invoke(null, (Object) new String[0]);
            return context;
        });
        ConfigurableApplicationContext started = context.get();
        if (started == null) {
            throw new IllegalStateException(service + " did not start");
        }
        String port = started.getEnvironment().getRequiredProperty("local.management.port");
        return new WatchedService(started, URI.create("http://localhost:" + port), environment);
    }

    /** Where people ask it. */
    URI people() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static SpringApplicationRunListener listener(
            Map<String, Object> variables, AtomicReference<@Nullable ConfigurableApplicationContext> context) {
        return new SpringApplicationRunListener() {
            @Override
            public void environmentPrepared(
                    ConfigurableBootstrapContext bootstrap, ConfigurableEnvironment environment) {
                String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
                environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
            }

            @Override
            public void contextPrepared(ConfigurableApplicationContext prepared) {
                context.set(prepared);
            }
        };
    }

    @Override
    public void close() {
        context.close();
    }
}
