package chat.parley.load.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON requests to the product. One that is refused for now is made again. */
public final class Api {

    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final int mostTries;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Api(URI address) {
        this(address, TRIES);
    }

    private Api(URI address, int tries) {
        this.address = address;
        this.mostTries = tries;
    }

    /** The same for whom a refusal is an answer. */
    public Api impatient() {
        return new Api(address, 1);
    }

    public URI address() {
        return address;
    }

    /** An answer that says no. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        private final Duration retryAfter;
        private final transient JsonNode body;

        Refused(String path, int status, JsonNode body, Duration retryAfter) {
            super("%s answered %d %s".formatted(path, status, body));
            this.code = body.path("code").asString("");
            this.body = body;
            this.retryAfter = retryAfter;
        }

        public String code() {
            return code;
        }

        /** How long one is asked to wait before the next try; zero if nothing was said. */
        public Duration retryAfter() {
            return retryAfter;
        }

        /** Whether a field was refused for this reason. */
        boolean blames(String reason) {
            for (JsonNode error : body.path("errors")) {
                if (reason.equals(error.path("code").asString(""))) {
                    return true;
                }
            }
            return false;
        }
    }

    public JsonNode get(@Nullable String token, String path, String... headers) {
        return exchange(token, "GET", path, null, headers);
    }

    public JsonNode post(@Nullable String token, String path, Map<String, ?> body) {
        return exchange(token, "POST", path, json.writeValueAsString(body));
    }

    JsonNode put(@Nullable String token, String path, Map<String, ?> body) {
        return exchange(token, "PUT", path, json.writeValueAsString(body));
    }

    /** What a page that is no JSON says. */
    public String text(String path) {
        return send(request(null, "GET", path, null)).body();
    }

    private JsonNode exchange(
            @Nullable String token, String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = request(token, method, path, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        for (int tries = 1; ; tries++) {
            HttpResponse<String> answer = send(request);
            JsonNode parsed = answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body());
            if (answer.statusCode() < 300) {
                return parsed;
            }
            if (tries == mostTries || !parsed.path("retryable").asBoolean(false)) {
                throw new Refused(path, answer.statusCode(), parsed, retryAfter(answer));
            }
            pause();
        }
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        return Duration.ofSeconds(
                answer.headers().firstValueAsLong("Retry-After").orElse(0));
    }

    private HttpRequest.Builder request(@Nullable String token, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
