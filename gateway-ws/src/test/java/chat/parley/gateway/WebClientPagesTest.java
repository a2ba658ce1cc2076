package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebClientPagesTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG);

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/sign-in", "/conversations/0190a5c0-0000-8000-8000-000000000001"})
    void everyPathOfTheClientIsItsOnePageAndAskedForAnewEachTime(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("the one page");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void aBuiltFileMayBeKept() {
        HttpResponse<String> answer = get("/assets/app-1a2b3c.js");
        assertThat(answer.body()).contains("an asset");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @CsvSource({
        "'br, gzip', br, compressed by brotli",
        "gzip, gzip, compressed by gzip",
        "identity, , an asset",
    })
    void aBuiltFileIsSentInTheSmallestFormThatIsTaken(String taken, @Nullable String coding, String content) {
        HttpResponse<String> answer = NODE.request(NODE.to("/assets/app-1a2b3c.js")
                .header("Accept-Encoding", taken)
                .GET());
        assertThat(answer.body()).contains(content);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEqualTo(Optional.ofNullable(coding));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @Test
    void theOnePageIsSentCompressedAsWell() {
        HttpResponse<String> answer = NODE.request(
                NODE.to("/sign-in").header("Accept-Encoding", "gzip").GET());
        assertThat(answer.body()).contains("the page by gzip");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone.js",
                "/favicon.png",
                "/api/nothing",
                "/api",
                "/internal/nothing",
                "/actuator/nothing",
                "/actuator/health"
            })
    void whatIsNeitherAPageNorThereIsNotFound(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageMayLoadAndConnectToItsOwnOriginOnlyAndIsInNoFrame() {
        HttpResponse<String> answer = get("/");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'self'",
                        "connect-src 'self'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=(self)", "geolocation=()");
    }

    private static HttpResponse<String> get(String path) {
        return NODE.request(NODE.to(path).GET());
    }
}
