package chat.parley.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CommandSideTest
class IdempotencyOverHttpTest {

    private static final String HEADER = "Idempotency-Key";

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private Person alice;
    private Person bob;
    private String operator;
    private String hold;

    @BeforeEach
    void twoPeopleAndTheOperator() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        operator = api.operator();
        hold = "/api/accounts/" + alice.user() + "/legal-hold";
    }

    @Test
    void aCommandWithoutAKeyIsRefusedAndDoesNothing() {
        assertRefused(api.withoutKey("PUT", hold, operator), 400, "idempotency_key_missing");
        assertRefused(
                api.withoutKey("DELETE", "/api/sessions/" + alice.session(), alice.accessToken()),
                400,
                "idempotency_key_missing");
        assertThat(api.get(hold, operator).body().get("held").asBoolean()).isFalse();
        assertThat(api.get("/api/sessions", alice.accessToken()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "12345678901234567890123456789012345678901234567890123456789012345"})
    void aKeyThatIsNoneIsRefused(String key) {
        assertRefused(api.put(hold, operator, "{}", HEADER, key), 400, "idempotency_key_invalid");
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsToldThatFirst() {
        assertRefused(api.withoutKey("PUT", hold, "none"), 401, "unauthenticated");
    }

    @Test
    void aRepetitionIsAnsweredAsTheFirstTimeWhateverHappenedSince() {
        Answer placed = api.put(hold, operator, "{}", HEADER, key("place"));
        Answer lifted = api.delete(hold, operator, HEADER, key("lift"));
        assertThat(api.put(hold, operator, "{}", HEADER, key("place")).body()).isEqualTo(placed.body());
        assertThat(api.get(hold, operator).body().get("held").asBoolean()).isFalse();
        Answer another = api.put(hold, operator, "{}", HEADER, key("place again"));
        assertThat(another.number("position")).isGreaterThan(lifted.number("position"));
        assertThat(api.put(hold, operator, "{}", HEADER, key("place")).body()).isEqualTo(placed.body());
    }

    @Test
    void whatTheLogHoldsIsAnsweredAsTheFirstTimeAfterTheKeysOfTheDayAreGone() {
        Answer placed = api.put(hold, operator, "{}", HEADER, key("place"));
        api.delete(hold, operator, HEADER, key("lift"));
        Answer started = start(alice, bob, key("start"));
        forgetKeys();
        assertThat(api.put(hold, operator, "{}", HEADER, key("place")).body()).isEqualTo(placed.body());
        assertThat(api.get(hold, operator).body().get("held").asBoolean()).isFalse();
        Answer again = start(alice, bob, key("start"));
        assertThat(again.body()).isEqualTo(started.body());
        assertThat(again.status()).isEqualTo(started.status()).isEqualTo(201);
        assertThat(start(alice, bob, key("start anew")).status()).isEqualTo(200);
    }

    @Test
    void aKeyIsNotUsedForAnotherRequest() {
        Person carol = api.register("carol");
        Answer started = start(alice, bob, key("a"));
        assertRefused(start(alice, carol, key("a")), 409, "idempotency_key_reused");
        assertRefused(
                api.delete("/api/sessions/" + alice.session(), alice.accessToken(), HEADER, key("a")),
                409,
                "idempotency_key_reused");
        assertThat(start(alice, bob, key("a")).body()).isEqualTo(started.body());
        assertThat(start(carol, bob, key("a")).status()).isEqualTo(201);
    }

    @Test
    void aKeyUnderWhichNothingWasDoneIsFree() {
        assertThat(api.post(
                                "/api/conversations/direct",
                                alice.accessToken(),
                                username("nobody_at_all"),
                                HEADER,
                                key("a"))
                        .status())
                .isEqualTo(404);
        assertThat(start(alice, bob, key("a")).status()).isEqualTo(201);
    }

    @Test
    void manyAtOnceWithOneKeyAreCarriedOutOnce() throws Exception {
        long before = accountEvents();
        List<Answer> answers = atOnce(() -> api.put(hold, operator, "{}", HEADER, key("place")));
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(accountEvents()).isEqualTo(before + 1);
        List<Answer> made = atOnce(() -> make(key("make"), "warehouse"));
        assertThat(made)
                .extracting(answer -> answer.text("client"))
                .containsOnly(made.getFirst().text("client"));
    }

    @Test
    void aClientIsMadeOnceAndItsSecretToldOnce() {
        Answer made = make(key("make"), "warehouse");
        assertThat(made.text("secret")).isNotEmpty();
        Answer again = make(key("make"), "warehouse");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().get("secret").isNull()).isTrue();
        assertThat(again.text("client")).isEqualTo(made.text("client"));
        assertRefused(make(key("make"), "another"), 409, "idempotency_key_reused");
        String kept = jdbc.sql("select coalesce(string_agg(command_key::text, ' '), '') from accounts.command_key")
                .query(String.class)
                .single();
        assertThat(kept).contains(made.text("client")).doesNotContain(made.text("secret"));
        forgetKeys();
        assertThat(make(key("make"), "warehouse").text("client")).isEqualTo(made.text("client"));
        assertRefused(make(key("make"), "another"), 409, "idempotency_key_reused");
    }

    @Test
    void anErasedPersonsKeysAreForgotten() {
        start(alice, bob, key("a"));
        assertThat(keysOf(alice)).isEqualTo(1);
        String password = "{\"password\":\"" + Api.PASSWORD + "\"}";
        Answer erased = api.deleteWith("/api/me", alice.accessToken(), password, HEADER, key("erase"));
        assertThat(erased.status()).isEqualTo(202);
        assertThat(keysOf(alice)).isZero();
    }

    @Test
    void theOpenApiDocumentNamesTheHeaderWhereItIsNeeded() {
        JsonNode paths = api.look("/api/openapi").body().get("paths");
        JsonNode parameters =
                paths.get("/api/accounts/{account}/legal-hold").get("put").get("parameters");
        assertThat(parameters
                        .valueStream()
                        .map(each -> each.get("in").asString() + " "
                                + each.get("name").asString()))
                .containsExactlyInAnyOrder("path account", "header " + HEADER);
        assertThat(paths.get("/api/sessions").get("post").toString()).doesNotContain(HEADER);
    }

    /** Keys of this test's own: the operator is the same in all. */
    private String key(String name) {
        return name.replace(' ', '-') + "/" + alice.user().substring(0, 18);
    }

    private Answer start(Person person, Person other, String key) {
        return api.post("/api/conversations/direct", person.accessToken(), username(other.username()), HEADER, key);
    }

    private static String username(String name) {
        return "{\"username\":\"" + name + "\"}";
    }

    private Answer make(String key, String name) {
        return api.post(
                "/api/clients",
                operator,
                "{\"name\":\"" + name + "\",\"scopes\":[\"content\",\"analyst\"]}",
                HEADER,
                key);
    }

    private long accountEvents() {
        return log.readStream(StreamId.account(UserId.of(alice.user())), 0, 100).size();
    }

    private long keysOf(Person person) {
        return jdbc.sql("select count(*) from accounts.command_key where owner = ?")
                .param(UUID.fromString(person.user()))
                .query(Long.class)
                .single();
    }

    /** As a day later. */
    private void forgetKeys() {
        jdbc.sql("delete from accounts.command_key where key like ?")
                .param("%/" + alice.user().substring(0, 18))
                .update();
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> call).limit(8).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
