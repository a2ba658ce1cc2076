package chat.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP, as a program of someone else's asks for it. */
public final class JsonHttp {

    public static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String KEY = "Idempotency-Key";

    private JsonHttp() {}

    /**
     * A request whose method is a command's has an idempotency key of its own, unless the headers name one.
     *
     * @param token of the caller; null for nobody
     * @param json the body; null for none
     * @param headers names and values in turn
     */
    public static HttpRequest.Builder request(
            String method, URI address, @Nullable String token, @Nullable String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!method.equals("GET") && !List.of(headers).contains(KEY)) {
            request.header(KEY, UUID.randomUUID().toString());
        }
        return request;
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JSON of an answer; an empty object where it has no body. */
    public static JsonNode body(HttpResponse<String> answer) {
        String text = answer.body();
        return text.isBlank()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(text);
    }
}
