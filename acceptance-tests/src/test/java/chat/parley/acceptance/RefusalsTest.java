package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.testing.JsonHttp;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Bad input gets its code and a sentence, and strangers learn nothing. */
class RefusalsTest {

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final String conversation = alice.conversationWith(bob);

    @Test
    void aTextThatIsEmptyOrTooLongIsRefusedAndTheLongestIsNot() {
        try (Device device = alice.connect()) {
            assertThat(device.say(conversation, " \n").get("code").asString()).isEqualTo("text_empty");
            assertThat(device.say(conversation, "🐇".repeat(2_001)).get("code").asString())
                    .isEqualTo("text_too_long");
            assertThat(device.say(conversation, "🐇".repeat(2_000)).get("type").asString())
                    .isEqualTo("ack");
        }
    }

    @Test
    void aTextIsKeptAsItWasWrittenButForItsLineEndsOrRefused() {
        try (Device device = alice.connect()) {
            device.say(conversation, "one\r\ntwo\rthree\n\tfour");
            assertThat(device.awaitTexts(conversation, 1)).containsExactly("one\ntwo\nthree\n\tfour");
            assertRefused(device.say(conversation, "a\u0000b"), "text_invalid", "text");
            assertRefused(device.say(conversation, "\u001b[31mred"), "text_invalid", "text");
            String halfAPair = "{'type':'send','conversation':'%s','message':'%s','text':'a\\ud83d'}"
                    .formatted(conversation, UuidCreator.getTimeOrderedEpoch());
            device.writeRaw(halfAPair.replace('\'', '"'));
            assertRefused(device.await("error", error -> error.get("ref").isNull()), "text_invalid", "text");
        }
    }

    @Test
    void aPageWhoseNameWasMadeToPointHereGetsNothing() throws IOException {
        getsNothing(http.queries(), "/");
        getsNothing(http.queries(), "/api/erasures/" + UUID.randomUUID());
        getsNothing(World.management().queries(), "/actuator/health");
    }

    @Test
    void healthAndMetricsAreOnThePortForOperatorsOnly() {
        for (String path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
            assertThat(http.get(null, path).status()).as(path).isEqualTo(404);
        }
        Http operators = World.management();
        assertThat(operators.get(null, "/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(operators.text("/actuator/prometheus")).contains("parley_relay_lag");
        for (String path :
                List.of("/", "/api/me", "/api/conversations", "/api/nothing", "/internal/anything", "/error")) {
            HttpResponse<String> answer =
                    JsonHttp.send(JsonHttp.request("GET", operators.queries().resolve(path), null, null));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(JsonHttp.body(answer).path("code").asString()).as(path).isEqualTo("not_found");
        }
        assertThat(operators.get(null, "/actuator/nothing").status()).isEqualTo(404);
    }

    private static void getsNothing(URI address, String path) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET %s HTTP/1.1\r\nHost: evil.example:%d\r\nConnection: close\r\n\r\n"
                    .formatted(path, address.getPort());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void aMessageIdThatIsNotAUuidOfVersion7IsRefused() {
        try (Device device = alice.connect()) {
            assertRefused(
                    device.say(conversation, UUID.randomUUID().toString(), "hello"), "message_id_invalid", "message");
            assertRefused(
                    device.say(conversation, new UUID(0, 0).toString(), "hello"), "message_id_invalid", "message");
            assertRefused(
                    device.say(conversation, "0190A5C0-0000-7000-8000-000000000001", "hello"), "malformed", "message");
        }
    }

    @Test
    void aDeletedMessageSentAgainIsAnsweredAsGoneWhateverItsText() {
        try (Device device = alice.connect()) {
            String message = UuidCreator.getTimeOrderedEpoch().toString();
            JsonNode first = device.say(conversation, message, "hello");
            assertThat(first.get("gone").asBoolean()).isFalse();
            assertRefused(device.say(conversation, message, "goodbye"), "message_id_reused", "message");
            http.delete(
                            alice.token(),
                            "/api/conversations/" + conversation + "/messages/" + message + "?sequence="
                                    + first.get("sequence"))
                    .expect(200);
            for (String text : new String[] {"hello", "goodbye"}) {
                JsonNode again = device.say(conversation, message, text);
                assertThat(again.get("gone").asBoolean()).isTrue();
                assertThat(again.get("position")).isEqualTo(first.get("position"));
            }
        }
    }

    private static void assertRefused(JsonNode error, String code, String field) {
        assertThat(error.get("type").asString()).isEqualTo("error");
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("field").asString()).isEqualTo(field);
    }

    @Test
    void aForeignConversationLooksLikeAMissingOne() {
        Person carol = Person.register(http, "carol");
        String missing = UUID.randomUUID().toString();
        try (Device device = carol.connect()) {
            JsonNode foreign = device.say(conversation, "let me in");
            JsonNode none = device.say(missing, "let me in");
            assertThat(foreign.get("code")).isEqualTo(none.get("code"));
            assertThat(foreign.get("message")).isEqualTo(none.get("message"));
        }
        for (String path : new String[] {"", "/messages", "/events?from=0&to=5", "/messages/1/receipts"}) {
            Http.Answer foreign = http.get(carol.token(), "/api/conversations/" + conversation + path);
            Http.Answer none = http.get(carol.token(), "/api/conversations/" + missing + path);
            assertThat(foreign.status()).as(path).isEqualTo(404);
            assertThat(foreign.body().get("detail")).isEqualTo(none.body().get("detail"));
            assertThat(foreign.code()).isEqualTo("conversation_unknown").isEqualTo(none.code());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|malformed",
                "[]|malformed",
                "{\"type\":\"send\"}|malformed",
                "{\"type\":\"teleport\",\"id\":\"1\"}|unknown_frame"
            })
    void aFrameThatCannotBeUnderstoodIsAnswered(String frame, String code) {
        try (Device device = alice.connect()) {
            device.writeRaw(frame);
            JsonNode error = device.await("error");
            assertThat(error.get("code").asString()).isEqualTo(code);
            assertThat(error.get("message").asString()).endsWith(".");
            assertThat(device.say(conversation, "still here").get("type").asString())
                    .isEqualTo("ack");
        }
    }

    @Test
    void readingBeyondTheLastMessageIsRefused() {
        try (Device device = bob.connect()) {
            JsonNode error = device.ask("read", Map.of("upTo", Map.of(conversation, 7)));
            assertThat(error.get("code").asString()).isEqualTo("beyond_last_message");
        }
    }

    @Test
    void aTicketOpensOneSocketAndNothingElseDoes() {
        String ticket = alice.ticket();
        open(ticket, null).abort();
        assertRefused(ticket, null, 401);
        assertRefused("invented", null, 401);
        assertRefused(alice.ticket(), "https://elsewhere.example", 403);
    }

    private void assertRefused(String ticket, @Nullable String origin, int status) {
        assertThatThrownBy(() -> open(ticket, origin))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(status));
    }

    private WebSocket open(String ticket, @Nullable String origin) {
        WebSocket.Builder builder = JsonHttp.CLIENT.newWebSocketBuilder().subprotocols("parley.v1", "ticket." + ticket);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        URI address = URI.create("ws://" + http.gateway().getAuthority() + "/api/socket");
        return builder.buildAsync(address, new WebSocket.Listener() {}).join();
    }

    @Test
    void aTakenUsernameAndAWeakPasswordAreRefusedAtTheirFields() {
        Http.Answer taken = register(alice.username(), Person.PASSWORD);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("username_taken");
        Http.Answer weak = register("u" + UUID.randomUUID().toString().substring(0, 8), "password");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body().get("errors").get(0).get("field").asString()).isEqualTo("password");
    }

    private Http.Answer register(String username, String password) {
        return http.post(
                null,
                "/api/accounts",
                Map.of(
                        "username", username,
                        "password", password,
                        "displayName", "Someone",
                        "email", "someone@example.org",
                        "client", "native"));
    }

    @Test
    void anEndedSessionIsRefusedAtOnceAndItsSocketsClose() {
        try (Device device = alice.connect()) {
            http.delete(alice.token(), "/api/sessions/current").expect(204);
            assertThat(http.get(alice.token(), "/api/me").expect(401).code()).isEqualTo("session_ended");
            assertThat(device.awaitClose()).isEqualTo(4001);
        }
    }

    @Test
    void noTokenAWrongTokenAndAnUnknownPathAreProblems() {
        assertThat(http.get(null, "/api/me").expect(401).code()).isEqualTo("unauthenticated");
        assertThat(http.get("not.a.token", "/api/me").expect(401).code()).isEqualTo("unauthenticated");
        assertThat(http.get(alice.token(), "/api/nothing").expect(404).code()).isEqualTo("not_found");
        assertThat(http.exchange(null, "POST", "/api/sessions", "{").expect(400).code())
                .isEqualTo("malformed");
    }
}
