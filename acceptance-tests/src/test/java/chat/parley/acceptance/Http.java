package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.JsonHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON requests to the product, as a native client makes them; where its services have addresses of their own, each
 * request goes to the one that a reverse proxy would choose.
 */
record Http(URI commands, URI queries, URI gateway) {

    static Http at(URI everything) {
        return new Http(everything, everything, everything);
    }

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer, whatever its status. */
    record Answer(int status, JsonNode body) {

        Answer expect(int expected) {
            assertThat(status).as("status of %s", body).isEqualTo(expected);
            return this;
        }

        String code() {
            return body.path("code").asString("");
        }
    }

    Answer get(@Nullable String token, String path) {
        return exchange(token, "GET", path, null);
    }

    Answer post(@Nullable String token, String path, Map<String, ?> body) {
        return exchange(token, "POST", path, JSON.writeValueAsString(body));
    }

    Answer put(@Nullable String token, String path, Map<String, ?> body) {
        return exchange(token, "PUT", path, JSON.writeValueAsString(body));
    }

    Answer delete(@Nullable String token, String path) {
        return exchange(token, "DELETE", path, null);
    }

    private URI serviceFor(String method, String path) {
        if (path.startsWith("/api/socket")) {
            return gateway;
        }
        boolean command = !"GET".equals(method) || path.startsWith("/api/sessions");
        return command ? commands : queries;
    }

    Answer exchange(@Nullable String token, String method, String path, @Nullable String body, String... headers) {
        return answer(send(JsonHttp.request(method, serviceFor(method, path).resolve(path), token, body, headers)));
    }

    /** A form, as the client credentials grant takes it. */
    Answer form(String path, String authorization, String form) {
        return answer(send(HttpRequest.newBuilder(commands.resolve(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    /** What is neither JSON nor asked for by anyone in particular. */
    String text(String path) {
        return send(HttpRequest.newBuilder(queries.resolve(path))).body();
    }

    /** Newline-delimited JSON. */
    List<JsonNode> lines(String token, String path) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(queries.resolve(path)).header("Authorization", "Bearer " + token));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().map(JSON::readTree).toList();
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), JsonHttp.body(response));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> response = JsonHttp.send(request);
        Documents.check(response);
        return response;
    }
}
