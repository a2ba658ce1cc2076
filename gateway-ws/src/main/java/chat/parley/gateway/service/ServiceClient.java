package chat.parley.gateway.service;

import chat.parley.access.AccessTokens;
import chat.parley.access.Caller;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another service, asked on behalf of a person. What it refuses is refused here for the same reason. */
public final class ServiceClient {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceClient.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int FIRST_REFUSAL = 400;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI address;
    private final AccessTokens tokens;

    public ServiceClient(URI address, AccessTokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    public JsonNode get(Caller caller, String path) {
        return call(caller, path, "GET", BodyPublishers.noBody());
    }

    /** For requests that may be repeated without harm, as all of the gateway's are. */
    public JsonNode post(Caller caller, String path, Object body) {
        return call(caller, path, "POST", BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    /** As {@link #post}. */
    public JsonNode put(Caller caller, String path, Object body) {
        return call(caller, path, "PUT", BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    /** As {@link #post}. */
    public JsonNode delete(Caller caller, String path) {
        return call(caller, path, "DELETE", BodyPublishers.noBody());
    }

    private JsonNode call(Caller caller, String path, String method, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .method(method, body)
                .header("Authorization", "Bearer " + tokens.serviceToken(caller))
                .header("Content-Type", "application/json")
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            HttpResponse<byte[]> answer = exchange(request);
            if (answer.statusCode() >= FIRST_REFUSAL) {
                throw refusal(answer);
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            LOG.warn("{} cannot be reached: {}", address, e.toString());
            throw new Refused(Reason.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.UNAVAILABLE);
        }
    }

    /** A kept connection may have been closed by the other side at this very moment, which says nothing about the service. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    private Refused refusal(HttpResponse<byte[]> answer) {
        try {
            JsonNode problem = json.readTree(answer.body());
            Optional<Reason> reason = Reason.ofCode(problem.required("code").asString());
            if (reason.isPresent()) {
                return new Refused(reason.get(), problem.required("detail").asString(), retryAfter(answer));
            }
        } catch (JacksonException e) {
            LOG.debug("not a problem document", e);
        }
        LOG.error("{} answered {} without a reason known here", address, answer.statusCode());
        return new Refused(Reason.INTERNAL);
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}
