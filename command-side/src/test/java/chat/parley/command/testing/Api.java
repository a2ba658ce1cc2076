package chat.parley.command.testing;

import chat.parley.testing.JsonHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client of the service under test. Its commands have keys of their own, unless the headers name one. */
public final class Api {

    public static final String PASSWORD = "correct horse battery";

    private final String base;

    public Api(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, List<String> cookies) {

        public String text(String field) {
            return body.path(field).asString();
        }

        public long number(String field) {
            return body.required(field).asLong();
        }

        /** The refresh token's cookie as a browser would send it back. */
        public String cookie() {
            return cookies.getFirst().split(";", 2)[0];
        }
    }

    /** Someone who registered with a native client. */
    public record Person(String user, String username, String session, String accessToken, String refreshToken) {

        static Person of(Answer answer) {
            return new Person(
                    answer.text("user"),
                    answer.text("username"),
                    answer.text("session"),
                    answer.text("accessToken"),
                    answer.text("refreshToken"));
        }
    }

    /** Someone with a username nobody has, such as {@code alice_1f3a…}. */
    public Person register(String name) {
        return Person.of(
                post("/api/accounts", null, registration(unused(name)).replace("}", ",\"client\":\"native\"}")));
    }

    public Answer signIn(String username, String password) {
        return post("/api/sessions", null, """
                {"username":"%s","password":"%s","client":"native","device":"a phone"}""".formatted(username, password));
    }

    public static String unused(String name) {
        return name + "_" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
    }

    public static String registration(String username) {
        return """
                {"username":"%s","password":"%s","displayName":"Someone","email":"someone@example.org"}""".formatted(username, PASSWORD);
    }

    public Answer get(String path, @Nullable String token) {
        return send("GET", path, token, null);
    }

    public Answer post(String path, @Nullable String token, String json, String... headers) {
        return send("POST", path, token, json, headers);
    }

    /** As the client credentials grant asks for a token. */
    public Answer token(String client, String secret, String form) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return answer(HttpRequest.newBuilder(URI.create(base + "/api/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A token of the operator's. */
    public String operator() {
        return token("operator", RealAddresses.secret("operator"), "grant_type=client_credentials")
                .text("access_token");
    }

    public Answer put(String path, String token, String json, String... headers) {
        return send("PUT", path, token, json, headers);
    }

    public Answer patch(String path, String token, String json, String... headers) {
        return send("PATCH", path, token, json, headers);
    }

    public Answer delete(String path, @Nullable String token, String... headers) {
        return send("DELETE", path, token, null, headers);
    }

    public Answer deleteWith(String path, String token, String json, String... headers) {
        return send("DELETE", path, token, json, headers);
    }

    /** With no idempotency key. */
    public Answer withoutKey(String method, String path, String token) {
        return answer(HttpRequest.newBuilder(URI.create(base + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token));
    }

    /** With no token. */
    public Answer look(String path) {
        return send("GET", path, null, null);
    }

    private Answer send(String method, String path, @Nullable String token, @Nullable String json, String... headers) {
        return answer(JsonHttp.request(method, URI.create(base + path), token, json, headers));
    }

    private static Answer answer(HttpRequest.Builder request) {
        HttpResponse<String> response = JsonHttp.send(request);
        return new Answer(
                response.statusCode(),
                JsonHttp.body(response),
                response.headers().allValues("Set-Cookie"));
    }
}
