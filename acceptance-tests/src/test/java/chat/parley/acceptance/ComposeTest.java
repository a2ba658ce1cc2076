package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.database.Migration;
import chat.parley.database.Role;
import chat.parley.testing.JsonHttp;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** That the files of {@code docker} are true to the services. */
class ComposeTest {

    private static final String DOCKERFILE = Compose.text("Dockerfile");
    private static final String NOBODY_READS = "PARLEY_NOBODY_READS_THIS";
    private static final Pattern HEALTH = Pattern.compile("http://localhost:(\\d+)(/[a-z/]+)");
    private static final Pattern EXPOSED = Pattern.compile("EXPOSE (\\d+) (\\d+)");
    private static final Pattern ASKED = Pattern.compile("port: (\\d+)");
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{(?:job=\\\\\"([a-z-]+)\\\\\")?");

    record Address(String method, String path) {}

    static List<Compose.Service> services() {
        return Compose.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceReadsAllItIsGivenAndNeedsNoMore(Compose.Service service) throws Exception {
        try (WatchedService running = WatchedService.start(service, Map.of(NOBODY_READS, "x"))) {
            assertThat(running.environment().unread()).containsExactly(NOBODY_READS);
            await().until(() -> get(running, matched(HEALTH, 2)).statusCode() == 200);
            // Requests are counted once there was one, on the port where people ask.
            send(running.people().resolve("/nothing"));
            await().untilAsserted(() -> assertThat(metricsOf(running)).containsAll(metricsShownOf(service)));
            assertThat(addressesOf(running))
                    .allSatisfy(address -> assertThat(Nginx.serviceFor(address.method(), address.path()))
                            .isEqualTo(service.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsWhatItsModuleBuilds(Compose.Service service) {
        Path classFile = Path.of(
                "..", service.folder(), "src", "main", "java", service.main().replace('.', '/') + ".java");
        assertThat(classFile).exists();
        assertThat(service.folder()).isEqualTo(service.name());
    }

    @Test
    void theMigrationIsGivenWhatItReadsAndTheCommandSideWaitsForIt() {
        Compose.Service migration = Compose.service(Compose.MIGRATION);
        assertThat(migration.main()).isEqualTo(Migration.class.getName());
        assertThat(migration.environment())
                .containsOnlyKeys("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD")
                .containsEntry("SPRING_DATASOURCE_USERNAME", Role.MIGRATION.user());
        assertThat(Compose.service("command-side").waitsFor()).contains(Compose.MIGRATION);
        assertThat(Compose.services())
                .filteredOn(service -> !service.name().equals("command-side"))
                .allSatisfy(service -> assertThat(service.waitsFor()).contains("command-side"));
    }

    @Test
    void theDoorAsksServicesThatAreThereWhereTheyListen() {
        String port = matched(EXPOSED, 1);
        assertThat(Nginx.servers())
                .isNotEmpty()
                .allSatisfy(server -> assertThat(Compose.names()).contains(server.split(":", 2)[0]))
                .filteredOn(server -> !server.startsWith("grafana:"))
                .allMatch(server -> server.endsWith(":" + port));
    }

    @Test
    void healthAndMetricsAreAskedForWhereServicesUsuallyTellThem() throws IOException {
        String port = matched(EXPOSED, 2);
        assertThat(matched(HEALTH, 1)).isEqualTo(port);
        assertThat(ASKED.matcher(Compose.text("prometheus.yml")).results())
                .isNotEmpty()
                .allMatch(asked -> asked.group(1).equals(port));
        assertThat(usual("access/src/main/resources/chat/parley/access/http-defaults.properties"))
                .containsEntry("management.server.port", port)
                .containsEntry("management.server.address", "127.0.0.1");
        assertThat(usual("projections/src/main/resources/chat/parley/projections/projections-alone.properties"))
                .containsEntry("server.port", port)
                .containsEntry("server.address", "127.0.0.1");
    }

    private static Properties usual(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("..", file))) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void theDoorServesTheWebClientUnderTheRulesOfTheGateway() throws Exception {
        HttpRequest page =
                HttpRequest.newBuilder(World.shared().gateway().resolve("/")).build();
        HttpResponse<Void> answer = JsonHttp.CLIENT.send(page, HttpResponse.BodyHandlers.discarding());
        assertThat(Nginx.headers())
                .isNotEmpty()
                .allSatisfy((name, value) ->
                        assertThat(answer.headers().allValues(name)).containsExactly(value));
    }

    private static String matched(Pattern pattern, int group) {
        return pattern.matcher(DOCKERFILE).results().findFirst().orElseThrow().group(group);
    }

    private static HttpResponse<String> get(WatchedService service, String path) throws Exception {
        return send(service.management().resolve(path));
    }

    private static HttpResponse<String> send(URI address) throws Exception {
        return JsonHttp.CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<Address> addressesOf(WatchedService service) {
        return service.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(ComposeTest::addressesOf)
                .filter(address ->
                        address.path().startsWith("/api/") && !address.path().startsWith("/api/openapi"))
                .toList();
    }

    private static Stream<Address> addressesOf(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .map(pattern ->
                        pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Address(method.name(), path)));
    }

    private static Set<String> metricsOf(WatchedService service) throws Exception {
        return get(service, "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> metricsShownOf(Compose.Service service) throws IOException {
        try (Stream<Path> dashboards = Files.list(Compose.FOLDER.resolve("grafana/dashboards"))) {
            return dashboards
                    .map(dashboard -> Compose.text("grafana/dashboards/" + dashboard.getFileName()))
                    .flatMap(dashboard -> METRIC.matcher(dashboard).results())
                    .filter(metric -> metric.group(2) == null || metric.group(2).equals(service.name()))
                    .map(metric -> metric.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
