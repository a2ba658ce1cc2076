package chat.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.command.testing.CommandSideTest;
import chat.parley.command.testing.RealAddresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service starts alone, given addresses and secrets, and not without. */
@CommandSideTest
class CommandSideApplicationTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @Test
    void itIsReady() throws Exception {
        HttpResponse<String> answer = get(management, "/actuator/health/readiness");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }

    @Test
    void itMeasuresAppendsAndTheRelay() throws Exception {
        assertThat(get(management, "/actuator/prometheus").body())
                .contains("parley_log_append_seconds_count", "parley_relay_events_total", "parley_relay_lag");
    }

    @Test
    void itDescribesItsApi() throws Exception {
        assertThat(get(port, "/api/openapi").body())
                .contains("\"openapi\" : \"3.1", "/api/accounts", "/api/sessions/refresh", "/api/conversations/direct");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"secret.access", "publickey.access", "publickey.service", "secret.master", "secret.deployment"})
    void withoutOneOfItsSecretsItDoesNotStartAndSaysWhichItLacks(String missing) {
        String property = "parley." + missing;
        String[] arguments = Stream.of(
                        Stream.of(RealAddresses.properties()),
                        Stream.of(RealAddresses.secrets()).filter(secret -> !secret.startsWith(property)),
                        Stream.of("server.port=0"))
                .flatMap(properties -> properties)
                .map(argument -> "--" + argument)
                .toArray(String[]::new);
        assertThatThrownBy(() -> new SpringApplicationBuilder(CommandSideApplication.class).run(arguments))
                .rootCause()
                .hasMessageStartingWith(property + " is not set.");
    }

    @Test
    void withoutAnOperatorItDoesNotStart() {
        assertThatThrownBy(() -> startWith("operator", " ")).rootCause().hasMessageContaining("operator is not set");
        assertThatThrownBy(() -> startWith("operator", "short"))
                .rootCause()
                .hasMessageContaining("operator is shorter");
    }

    @Test
    void withAnotherDeploymentKeyThanTheDataWasWrittenWithItDoesNotStart() {
        assertThatThrownBy(() -> startWith("deployment", RealAddresses.secret("another")))
                .rootCause()
                .hasMessage("parley.secret.deployment is not the one the data was written with.");
        assertThatThrownBy(() -> startWith("deployment", "c2hvcnQ"))
                .rootCause()
                .hasMessageContaining("deployment is shorter");
    }

    private static void startWith(String name, String secret) {
        String[] arguments = Stream.of(RealAddresses.properties(), RealAddresses.secrets())
                .flatMap(Stream::of)
                .map(property -> "--" + property)
                .toArray(String[]::new);
        new SpringApplicationBuilder(CommandSideApplication.class)
                .run(Stream.concat(
                                Stream.of(arguments).filter(argument -> !argument.contains("secret." + name)),
                                Stream.of("--server.port=0", "--parley.secret." + name + "=" + secret))
                        .toArray(String[]::new));
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
