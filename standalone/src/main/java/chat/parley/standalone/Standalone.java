package chat.parley.standalone;

import chat.parley.database.Migration;
import chat.parley.database.Role;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.ComponentFailed;
import chat.parley.infrastructure.DataFolderInUse;
import chat.parley.infrastructure.DataFolderOutdated;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The newcomer's first command: starts what is missing, then Parley, and prints the address to open. */
public final class Standalone {

    private static final int CANNOT_START = 1;
    private static final int MANAGEMENT_FIRST_CHOICE = 8081;
    private static final Set<Component> ALL = EnumSet.allOf(Component.class);

    /** The others may still be on their way, or cannot be had here: then the console has said so, and what goes without them. */
    private static final Set<Component> AWAITED = Component.needed();

    /** The services wait for the other parts by themselves. */
    private static final Set<Component> NEEDED_FIRST = EnumSet.of(Component.POSTGRESQL);

    private final PrintStream console;
    private final Path data;
    private volatile @Nullable ConfigurableApplicationContext context;

    private Standalone(PrintStream console, Path data) {
        this.console = console;
        this.data = data;
    }

    public static void main(String[] arguments) {
        Path data = Path.of(System.getenv().getOrDefault("PARLEY_DATA", ".parley"));
        new Standalone(System.out, data.toAbsolutePath().normalize()).run();
    }

    private void run() {
        long begun = System.nanoTime();
        try {
            console.println("Parley keeps its data in " + data);
            EmbeddedInfrastructure infrastructure = EmbeddedInfrastructure.start(
                    data,
                    NEEDED_FIRST,
                    ALL,
                    Component.givenIn(System.getenv()),
                    new ConsoleProgress(console, Clock.system(ZoneId.systemDefault())));
            stopAtExit(infrastructure);
            int port = HttpPort.of(infrastructure, System.getenv("PARLEY_PORT"));
            endIfAPartFails(infrastructure);
            int management = infrastructure.port("management", MANAGEMENT_FIRST_CHOICE);
            start(infrastructure, port, management);
            infrastructure.await(AWAITED);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            console.printf("%nReady after %.1f s. Open http://localhost:%d%n", took.toMillis() / 1000.0, port);
            console.printf("For operators: http://localhost:%d/actuator/health and /actuator/prometheus%n", management);
            console.println("Ctrl-C stops everything; the data stays.");
        } catch (DataFolderInUse | DataFolderOutdated | IllegalArgumentException e) {
            console.println(e.getMessage());
            System.exit(CANNOT_START);
        } catch (ComponentFailed _) {
            // The progress has told which part, why, and where its log is.
            System.exit(CANNOT_START);
        }
    }

    /** The services would wait for the part in vain. */
    private static void endIfAPartFails(EmbeddedInfrastructure infrastructure) {
        Thread.ofVirtual().name("parts").start(() -> {
            try {
                infrastructure.await(AWAITED);
            } catch (ComponentFailed _) {
                System.exit(CANNOT_START);
            }
        });
    }

    private void start(EmbeddedInfrastructure infrastructure, int port, int management) {
        Path log = data.resolve("logs").resolve("parley.log");
        console.println("  Parley        starting");
        try {
            migrate(infrastructure);
            Map<String, Object> properties = new HashMap<>(loggingTo(log));
            properties.put(
                    "parley.security-events.folder",
                    data.resolve("security-events").toString());
            context = context(infrastructure, port, properties, started -> managedAt(started, management));
        } catch (RuntimeException | SQLException e) {
            console.println("  Parley        cannot start: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            console.println("  Parley        its log: " + log);
            System.exit(CANNOT_START);
        }
    }

    /** Unless it is set in the environment; before what the modules bring along as usual. */
    private static void managedAt(ConfigurableApplicationContext started, int port) {
        started.getEnvironment()
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("management", Map.of("management.server.port", port)));
    }

    /** One line of JSON for each entry, so that nothing that somebody sent can begin a line of its own; 100 MB at most. */
    private static Map<String, Object> loggingTo(Path file) {
        return Map.of(
                "logging.file.name", file.toString(),
                "logging.structured.format.file", "logstash",
                "logging.logback.rollingpolicy.max-file-size", "10MB",
                "logging.logback.rollingpolicy.total-size-cap", "100MB",
                "logging.threshold.console", "OFF");
    }

    /**
     * A PostgreSQL that was given is its operator's to migrate: the services say so if it was not. Logs go to their file once the services
     * start; until then the console is for what a person reads, and a failure is thrown.
     */
    private static void migrate(EmbeddedInfrastructure infrastructure) throws SQLException {
        if (!Component.givenIn(System.getenv()).containsKey(Component.POSTGRESQL)) {
            LoggingSystem.get(Standalone.class.getClassLoader()).beforeInitialize();
            Migration.run(infrastructure.postgresql(Role.MIGRATION).dataSource());
        }
    }

    /** From the moment the parts run, whatever ends this process ends them too: the services first. */
    private void stopAtExit(EmbeddedInfrastructure infrastructure) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            console.println("\nStopping …");
            infrastructure.stopWatching();
            ConfigurableApplicationContext running = context;
            if (running != null) {
                running.close();
            }
            infrastructure.close();
        }));
    }

    /**
     * All services in one context over the infrastructure; what tests start too.
     *
     * @param prepare sees the context before it starts
     */
    public static ConfigurableApplicationContext context(
            EmbeddedInfrastructure infrastructure,
            int port,
            Map<String, Object> properties,
            ApplicationContextInitializer<ConfigurableApplicationContext> prepare) {
        return new SpringApplicationBuilder(StandaloneConfiguration.class)
                .initializers(prepare)
                .registerShutdownHook(false)
                .bannerMode(Banner.Mode.OFF)
                .properties(ServiceProperties.of(infrastructure))
                .properties(Map.of(
                        "server.port",
                        port,
                        "server.address",
                        "localhost",
                        "parley.check-hosts",
                        true,
                        "parley.origins",
                        "http://localhost:%d,http://127.0.0.1:%d".formatted(port, port)))
                .properties(properties)
                .run();
    }
}
