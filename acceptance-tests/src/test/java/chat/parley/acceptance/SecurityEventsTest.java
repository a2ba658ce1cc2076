package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the running product tells of what concerns security, in its files and over RabbitMQ. */
class SecurityEventsTest {

    private static final String WRONG = "not the password at all";
    private static final String TEXT = "what alice wrote to bob";

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");

    private static String text() {
        try (Stream<Path> files = Files.list(World.SECURITY_EVENTS_FOLDER)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events that name an account, session or program. */
    private static List<JsonNode> about(String id) {
        return text().lines()
                .filter(line -> line.contains(id))
                .map(Http.JSON::readTree)
                .toList();
    }

    private static List<String> kindsAbout(String id) {
        return about(id).stream().map(event -> event.get("kind").asString()).toList();
    }

    private static String field(JsonNode event, String name) {
        return event.path(name).asString("");
    }

    private Http.Answer signIn(String username, String password) {
        return http.post(null, "/api/sessions", Map.of("username", username, "password", password, "client", "native"));
    }

    private Http.Answer refresh(String token) {
        return http.post(null, "/api/sessions/refresh", Map.of("refreshToken", token));
    }

    @Test
    void whoSignsInOrFailsIsRecordedWithTheAddress() {
        signIn(alice.username(), WRONG).expect(401);
        Person again = alice.signInAgain();
        http.delete(again.token(), "/api/sessions/current").expect(204);
        List<JsonNode> events = about(alice.user());
        assertThat(kindsAbout(alice.user()))
                .containsExactly("registered", "sign_in_failed", "signed_in", "session_ended");
        assertThat(events)
                .allSatisfy(event -> assertThat(field(event, "address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1"));
        assertThat(field(events.getFirst(), "session")).isEqualTo(alice.session());
        assertThat(field(events.getLast(), "session")).isEqualTo(again.session());
        assertThat(field(events.getLast(), "reason")).isEqualTo("signed_out");
    }

    @Test
    void aRefreshTokenThatTwoHoldIsRecordedWithTheEndOfItsSession() {
        String second = refresh(alice.refreshToken())
                .expect(200)
                .body()
                .get("refreshToken")
                .asString();
        refresh(second).expect(200);
        refresh(alice.refreshToken()).expect(401);
        List<JsonNode> events = about(alice.session());
        assertThat(kindsAbout(alice.session())).containsExactly("registered", "refresh_refused", "session_ended");
        assertThat(field(events.getLast(), "reason")).isEqualTo("reused");
    }

    @Test
    void whatAProgramIsGivenAndUsesIsRecorded() {
        Program warehouse = Program.make(http, "analyst");
        http.form(
                        "/api/token",
                        new Program(http, warehouse.client(), "0".repeat(43)).basic(),
                        "grant_type=client_credentials")
                .expect(401);
        warehouse.replay("?limit=1");
        http.get(warehouse.token(), "/api/clients").expect(403);
        http.delete(Program.operator(http).token(), "/api/clients/" + warehouse.client())
                .expect(204);
        assertThat(about(warehouse.client()).stream()
                        .map(event -> field(event, "kind") + " " + field(event, "operation") + field(event, "reason")))
                .containsExactly(
                        "client_created ",
                        "token_refused invalid_client",
                        "token_issued ",
                        "scope_used GET /api/events",
                        "token_issued ",
                        "scope_refused GET /api/clients",
                        "client_revoked ");
        assertThat(about(warehouse.client()).getFirst().get("scopes").get(0).asString())
                .isEqualTo("analyst");
    }

    @Test
    void holdsAndErasuresAreRecordedAndWhoAskedForThem() {
        Person bob = Person.register(http, "bob");
        String operator = Program.operator(http).token();
        String hold = "/api/accounts/" + alice.user() + "/legal-hold";
        http.put(operator, hold, Map.of()).expect(200);
        http.delete(operator, hold).expect(200);
        http.exchange(alice.token(), "DELETE", "/api/me", Http.JSON.writeValueAsString(Map.of("password", WRONG)))
                .expect(401);
        http.exchange(
                        alice.token(),
                        "DELETE",
                        "/api/me",
                        Http.JSON.writeValueAsString(Map.of("password", Person.PASSWORD)))
                .expect(202);
        http.delete(operator, "/api/accounts/" + bob.user()).expect(202);
        assertThat(kindsAbout(alice.user()))
                .containsExactly("registered", "hold_placed", "hold_lifted", "erasure_refused", "erasure_begun");
        assertThat(about(alice.user()).get(1).has("client")).isTrue();
        assertThat(about(alice.user()).getLast().has("client")).isFalse();
        assertThat(about(bob.user()).getLast().has("client")).isTrue();
        assertThat(about(alice.session()).getLast().get("reason").asString()).isEqualTo("erased");
    }

    @Test
    void whoGuessesIsSeenAndNothingThatAnybodyWroteIsInTheStream() {
        Person bob = Person.register(http, "bob");
        String conversation = alice.conversationWith(bob);
        alice.write(conversation, TEXT);
        String mistyped = "swordfish" + UUID.randomUUID().toString().substring(0, 8);
        for (int tries = 0; tries < 6; tries++) {
            signIn(mistyped, WRONG);
        }
        assertThat(text())
                .contains("\"kind\":\"throttled\"")
                .contains("\"limit\":\"sign-in-tries\"")
                .doesNotContain(mistyped)
                .doesNotContain(WRONG)
                .doesNotContain(TEXT)
                .doesNotContain(alice.username())
                .doesNotContain(alice.token())
                .doesNotContain("@example.org")
                .doesNotContain("first device")
                .doesNotContain(conversation);
    }

    @Test
    void programsTakeTheSameFromAnExchange() throws Exception {
        List<String> taken = new CopyOnWriteArrayList<>();
        try (Connection rabbitmq = World.rabbitmq()) {
            Channel channel = rabbitmq.createChannel();
            String queue = channel.queueDeclare().getQueue();
            await().ignoreExceptions()
                    .untilAsserted(() -> rabbitmq.createChannel().exchangeDeclarePassive("parley.security"));
            channel.queueBind(queue, "parley.security", "signed_in");
            channel.basicConsume(
                    queue,
                    true,
                    (_, message) -> taken.add(new String(message.getBody(), StandardCharsets.UTF_8)),
                    (_) -> {});
            Person again = alice.signInAgain();
            await().untilAsserted(() -> assertThat(taken).anyMatch(event -> event.contains(again.session())));
            assertThat(text().lines().filter(line -> line.contains(again.session())))
                    .allSatisfy(line -> assertThat(taken).contains(line));
        }
    }
}
