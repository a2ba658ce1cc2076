package chat.parley.acceptance;

import chat.parley.standalone.ServiceProperties;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

/** A service started by its own main in this JVM, with an environment that knows what was read from it. */
record WatchedService(ConfigurableApplicationContext context, URI address, Environment environment)
        implements AutoCloseable {

    /** Environment variables, as a service sees them. */
    static final class Environment extends HashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        private final transient Set<Object> read = ConcurrentHashMap.newKeySet();

        Environment(Map<String, ?> variables) {
            super(variables);
        }

        @Override
        public @Nullable Object get(Object variable) {
            read.add(variable);
            return super.get(variable);
        }

        Set<String> unread() {
            Set<String> unread = new TreeSet<>(keySet());
            unread.removeAll(read);
            return unread;
        }
    }

    static WatchedService start(Compose.Service service, Map<String, String> variables) throws Exception {
        int port = World.INFRASTRUCTURE.port("watched-" + UUID.randomUUID(), 0);
        Map<String, String> all = service.environment(ServiceProperties.of(World.INFRASTRUCTURE));
        all.put("SERVER_PORT", Integer.toString(port));
        all.put("SERVER_ADDRESS", "localhost");
        all.putAll(variables);
        Environment environment = new Environment(all);
        AtomicReference<@Nullable ConfigurableApplicationContext> context = new AtomicReference<>();
        var main = Class.forName(service.main()).getMethod("main", String[].class);
        SpringApplication.withHook(_ -> listener(environment, context), () -> {
            main.invoke(null, (Object) new String[0]);
            return context;
        });
        ConfigurableApplicationContext started = context.get();
        if (started == null) {
            throw new IllegalStateException(service + " did not start");
        }
        return new WatchedService(started, URI.create("http://localhost:" + port), environment);
    }

    private static SpringApplicationRunListener listener(
            Environment variables, AtomicReference<@Nullable ConfigurableApplicationContext> context) {
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
