package chat.parley.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.access.AccessTokens;
import chat.parley.access.Caller;
import chat.parley.access.TokenSecrets;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ServiceClientTest {

    private static final Caller ALICE = new Caller(new UserId(new UUID(1, 1)), new SessionId(new UUID(2, 2)));

    private final AccessTokens tokens = new AccessTokens(new TokenSecrets(secret('a'), secret('b')), Clock.systemUTC());
    private final HttpServer server;
    private final ServiceClient client;

    ServiceClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client = new ServiceClient(
                URI.create("http://localhost:" + server.getAddress().getPort()), tokens);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCallNamesTheCallerInAServiceToken() {
        answerWith(exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            Caller named = tokens.verifyService(authorization.substring("Bearer ".length()));
            answer(exchange, 200, "{\"user\":\"" + named.user() + "\",\"body\":" + body(exchange) + "}");
        });
        var answer = client.post(ALICE, "/internal/thing", Map.of("upTo", 3));
        assertThat(answer)
                .isEqualTo(JsonMapper.shared().readTree("{\"user\":\"" + ALICE.user() + "\",\"body\":{\"upTo\":3}}"));
    }

    @Test
    void aProblemIsTheRefusalItWas() {
        answerWith(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3");
            answer(exchange, 429, "{\"code\":\"slow_down\",\"detail\":\"Not so fast.\"}");
        });
        Refused refused = catchThrowableOfType(Refused.class, () -> client.get(ALICE, "/internal/thing"));
        assertThat(refused.reason()).isEqualTo(Reason.SLOW_DOWN);
        assertThat(refused.sentence()).isEqualTo("Not so fast.");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void anAnswerThatIsNoProblemIsAnInternalError() {
        answerWith(exchange -> answer(exchange, 502, "<html>"));
        Refused refused = catchThrowableOfType(Refused.class, () -> client.get(ALICE, "/internal/thing"));
        assertThat(refused.reason()).isEqualTo(Reason.INTERNAL);
    }

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        server.stop(0);
        Refused refused = catchThrowableOfType(Refused.class, () -> client.get(ALICE, "/internal/thing"));
        assertThat(refused.reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void answerWith(Answer answer) {
        server.createContext("/internal/thing", answer::to);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String secret(char filling) {
        return Base64.getUrlEncoder()
                .encodeToString(String.valueOf(filling).repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
