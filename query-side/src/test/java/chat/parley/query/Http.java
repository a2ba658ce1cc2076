package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Scope;
import chat.parley.events.UserId;
import chat.parley.testing.JsonHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service as a client would. */
final class Http {

    /** An answer and its JSON. */
    record Answer(int status, java.net.http.HttpHeaders headers, String body) {

        JsonNode json() {
            assertThat(status).as(body).isEqualTo(200);
            return JsonMapper.shared().readTree(body);
        }

        JsonNode items() {
            return json().get("items");
        }

        List<String> of(String field) {
            return StreamSupport.stream(items().spliterator(), false)
                    .map(item -> item.get(field).asString())
                    .toList();
        }

        List<Long> numbers(String field) {
            return StreamSupport.stream(items().spliterator(), false)
                    .map(item -> item.get(field).asLong())
                    .toList();
        }

        String next() {
            return json().get("next").asString();
        }

        boolean atEnd() {
            return json().get("next").isNull();
        }

        Answer refused(int expected, String code) {
            assertThat(status).as(body).isEqualTo(expected);
            assertThat(headers.firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(JsonMapper.shared().readTree(body).get("code").asString())
                    .isEqualTo(code);
            return this;
        }
    }

    private Http() {}

    static Answer get(UserId caller, String path) {
        return ask(path, QueryService.accessToken(caller));
    }

    static Answer getAfter(UserId caller, String path, long position) {
        return ask(path, QueryService.accessToken(caller), "Parley-After", Long.toString(position));
    }

    static Answer getAsClient(String path, Scope... scopes) {
        return ask(path, QueryService.clientToken(scopes));
    }

    static Answer getAsClient(String path, String token) {
        return ask(path, token);
    }

    static Answer getAsService(UserId caller, String path) {
        return ask(path, QueryService.serviceToken(caller));
    }

    static Answer postAsService(UserId caller, String path, String json) {
        return send(JsonHttp.request("POST", address(path), QueryService.serviceToken(caller), json));
    }

    static Answer getOpenly(String path) {
        return ask(path, null);
    }

    /** As an operator. */
    static Answer getManaged(String path) {
        URI address = URI.create("http://127.0.0.1:" + QueryService.managementPort() + path);
        return send(JsonHttp.request("GET", address, null, null));
    }

    private static Answer ask(String path, @Nullable String token, String... headers) {
        return send(JsonHttp.request("GET", address(path), token, null, headers));
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + QueryService.port() + path);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = JsonHttp.send(request);
        return new Answer(response.statusCode(), response.headers(), response.body());
    }
}
