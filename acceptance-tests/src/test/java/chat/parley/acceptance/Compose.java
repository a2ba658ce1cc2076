package chat.parley.acceptance;

import chat.parley.standalone.ServiceProperties;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker/compose.yaml} says of the services. */
final class Compose {

    static final Path FOLDER = Path.of("..", "docker");

    /** The step before all services, which ends. */
    static final String MIGRATION = "migration";

    private static final String OF_JAVA_SERVICES = "docker/Dockerfile";
    private static final Pattern DEFAULTED = Pattern.compile("\\$\\{\\w+:-([^}]*)}");
    private static final Map<?, ?> SERVICES = read();

    /**
     * One that runs on Java.
     *
     * @param folder where Maven builds it
     * @param environment the variables it is given, with the values of the file or their defaults
     * @param waitsFor the services that must be there before it
     */
    record Service(String name, String folder, String main, Map<String, String> environment, Set<String> waitsFor) {

        /** The variables with the values these properties have here; secrets and addresses in the file mean nothing here. */
        Map<String, String> environment(Map<String, ?> properties) {
            Map<String, Object> byVariable = new HashMap<>();
            properties.forEach((property, value) -> byVariable.put(variable(property), value));
            Map<String, String> here = new HashMap<>(environment);
            here.replaceAll((variable, value) ->
                    byVariable.getOrDefault(variable, value).toString());
            return here;
        }

        /** Of the components here, under the database role that the file gives the service. */
        Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>(ServiceProperties.of(World.INFRASTRUCTURE));
            String user = environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "");
            properties.put("parley.trusted-proxies", "127.0.0.1/32");
            properties.put("parley.security-events.folder", Path.of("target", "security-events", name));
            properties.put("spring.datasource.username", user);
            properties.put("spring.datasource.password", World.INFRASTRUCTURE.secret("postgresql." + user));
            return properties;
        }

        @Override
        public String toString() {
            return name;
        }

        /** As Spring Boot reads a property from the environment. */
        static String variable(String property) {
            return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
        }
    }

    private Compose() {}

    static Set<String> names() {
        return Set.copyOf(SERVICES.keySet().stream().map(Object::toString).toList());
    }

    static List<Service> services() {
        return names().stream()
                .filter(name ->
                        OF_JAVA_SERVICES.equals(in(in(SERVICES, name), "build").get("dockerfile")))
                .filter(name -> !name.equals(MIGRATION))
                .map(Compose::service)
                .toList();
    }

    static Service service(String name) {
        Map<?, ?> service = in(SERVICES, name);
        Map<?, ?> arguments = in(in(service, "build"), "args");
        Map<String, String> environment = new HashMap<>();
        in(service, "environment")
                .forEach((variable, value) -> environment.put(
                        variable.toString(), DEFAULTED.matcher(value.toString()).replaceAll("$1")));
        Set<String> waitsFor = in(service, "depends_on").keySet().stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
        return new Service(name, text(arguments, "SERVICE"), text(arguments, "MAIN"), environment, waitsFor);
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key).toString();
    }

    private static Map<?, ?> in(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private static Map<?, ?> read() {
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve("compose.yaml"))) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(200);
            Map<?, ?> file = new Yaml(options).load(reader);
            return in(file, "services");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
