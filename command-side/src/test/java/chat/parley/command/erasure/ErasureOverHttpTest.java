package chat.parley.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.command.testing.RealAddresses;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.AccountErased;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommandSideTest
class ErasureOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;

    @BeforeEach
    void twoPeople() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = start(alice, bob).text("conversation");
    }

    @Test
    void whoErasesThemselvesIsGone() {
        send(alice, "a sentence of mine");
        Answer erased = eraseOneself(alice);
        assertThat(erased.status()).isEqualTo(202);
        assertThat(log.at(erased.number("position")).orElseThrow().event())
                .isEqualTo(new AccountErased(UserId.of(alice.user())));
        assertThat(texts()).containsOnlyNulls();
        assertThat(erased.cookies()).hasSize(2).allMatch(cookie -> cookie.contains("Max-Age=0"));
        assertRefused(api.signIn(alice.username(), Api.PASSWORD), 401, "wrong_credentials");
        assertRefused(api.post("/api/accounts", null, Api.registration(alice.username())), 409, "username_taken");
        assertRefused(start(bob, alice), 404, "user_unknown");
    }

    @Test
    void everySessionEndsAtOnceAndLeavesNothingButItsEnd() {
        Answer phone = api.signIn(alice.username(), Api.PASSWORD);
        api.delete("/api/sessions/" + phone.text("session"), alice.accessToken());
        Answer tablet = api.signIn(alice.username(), Api.PASSWORD);
        eraseOneself(alice);
        assertRefused(api.get("/api/sessions", alice.accessToken()), 401, "session_ended");
        assertRefused(api.get("/api/sessions", tablet.text("accessToken")), 401, "session_ended");
        assertRefused(refresh(alice.refreshToken()), 401, "refresh_invalid");
        assertRefused(refresh(tablet.text("refreshToken")), 401, "refresh_invalid");
        List<String> rows = jdbc.sql(
                        "SELECT session::text FROM accounts.session WHERE id IN (?::uuid, ?::uuid, ?::uuid)")
                .params(alice.session(), phone.text("session"), tablet.text("session"))
                .query(String.class)
                .list();
        assertThat(rows)
                .hasSize(3)
                .noneMatch(row -> row.contains(alice.user()) || row.contains("phone"))
                .allMatch(row -> row.contains("\"\\\\x\""));
        assertThat(count("SELECT count(*) FROM accounts.credential WHERE account = ?::uuid", alice.user()))
                .isZero();
        assertRefused(api.delete("/api/sessions/" + alice.session(), bob.accessToken()), 404, "session_unknown");
    }

    @Test
    void nobodyIsErasedWithoutTheirPassword() {
        String wrong = "{\"password\":\"wrong horse battery\"}";
        assertRefused(api.deleteWith("/api/me", alice.accessToken(), wrong), 401, "wrong_credentials");
        assertRefused(api.deleteWith("/api/me", alice.accessToken(), "{}"), 400, "malformed");
        assertThat(api.get("/api/sessions", alice.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsUnderLegalHoldIsNotErasedAndLosesNothing() {
        send(alice, "evidence");
        String hold = "/api/accounts/" + alice.user() + "/legal-hold";
        api.put(hold, api.operator(), "{}");
        assertRefused(eraseOneself(alice), 409, "legal_hold");
        assertRefused(eraseByOperator(alice.user()), 409, "legal_hold");
        assertThat(texts()).containsExactly("evidence");
        assertThat(api.get("/api/sessions", alice.accessToken()).status()).isEqualTo(200);
        assertThat(api.signIn(alice.username(), Api.PASSWORD).status()).isEqualTo(201);
        assertThat(count("SELECT count(*) FROM log.erasure WHERE account = ?::uuid", alice.user()))
                .isZero();
        api.delete(hold, api.operator());
        assertThat(eraseOneself(alice).status()).isEqualTo(202);
    }

    @Test
    void theOperatorErasesAPersonOnce() {
        Answer erased = eraseByOperator(alice.user());
        assertThat(erased.status()).isEqualTo(202);
        assertThat(eraseByOperator(alice.user()).body()).isEqualTo(erased.body());
        assertThat(log.readStream(StreamId.account(UserId.of(alice.user())), 0, 10))
                .hasSize(2);
        assertRefused(api.get("/api/sessions", alice.accessToken()), 401, "session_ended");
        assertRefused(
                api.put("/api/accounts/" + alice.user() + "/legal-hold", api.operator(), "{}"), 410, "account_erased");
        assertRefused(eraseByOperator(UUID.randomUUID().toString()), 404, "account_unknown");
        assertRefused(api.delete("/api/accounts/" + bob.user(), bob.accessToken()), 403, "insufficient_scope");
    }

    @Test
    void nobodyWritesToSomeoneWhoIsGoneAndWhatWasSaidStays() {
        UUID early = UuidCreator.getTimeOrderedEpoch();
        Answer first = send(bob, early, "hello");
        Answer own = send(bob, UuidCreator.getTimeOrderedEpoch(), "there");
        eraseOneself(alice);
        assertRefused(send(bob, "anyone?"), 410, "account_erased");
        assertThat(send(bob, early, "hello").body()).isEqualTo(first.body());
        assertThat(texts()).containsExactly("hello", "there");
        String path = "/api/conversations/" + conversation + "/messages/" + own.text("message");
        assertThat(api.delete(path + "?sequence=" + own.number("sequence"), bob.accessToken())
                        .status())
                .isEqualTo(200);
        assertThat(api.put("/api/cursors", bob.accessToken(), "{\"read\":{\"" + conversation + "\":2}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whateverIsWrittenDuringAnErasureCannotBeReadAfterwards() throws Exception {
        send(alice, "before");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, 60)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> i == 20 ? eraseByOperator(alice.user()) : send(alice, "during " + i))
                    .toList();
            List<Answer> answers =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();
            assertThat(answers.get(20).status()).isEqualTo(202);
            assertThat(answers).extracting(Answer::status).isSubsetOf(200, 202, 401, 410);
            long erased = answers.get(20).number("position");
            assertThat(log.readStream(StreamId.conversation(ConversationId.of(conversation)), 0, 100))
                    .allMatch(stored -> stored.position() < erased);
        }
        assertThat(texts()).isNotEmpty().containsOnlyNulls();
    }

    @Test
    void signingInWhileBeingErasedLeavesNoSession() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, 12)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> i == 4 ? eraseByOperator(alice.user()) : signInFrom("192.0.2." + i))
                    .toList();
            List<Answer> answers =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();
            assertThat(answers).extracting(Answer::status).isSubsetOf(201, 202, 401);
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .allSatisfy(signedIn -> assertRefused(
                            api.get("/api/sessions", signedIn.text("accessToken")), 401, "session_ended"));
        }
        assertThat(count("SELECT count(*) FROM accounts.session WHERE account = ?::uuid", alice.user()))
                .isZero();
    }

    /** From an address of its own, or there were too many attempts. */
    private Answer signInFrom(String address) {
        String credentials = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(alice.username(), Api.PASSWORD);
        return api.post("/api/sessions", null, credentials, "X-Forwarded-For", address);
    }

    @Test
    void theStatusIsCompleteOnceEveryPartHasReported() {
        String path = "/api/erasures/" + eraseOneself(alice).text("erasure");
        await().until(() -> !forgotten(path, "objects").isEmpty());
        Answer begun = api.look(path);
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.body().get("complete").asBoolean()).isFalse();
        assertThat(begun.body().toString()).doesNotContain(alice.user(), alice.username());
        assertThat(forgotten(path, "log")).isNotEmpty();
        assertThat(forgotten(path, "accounts")).isNotEmpty();
        for (ConsumerGroup group : ConsumerGroup.ALL) {
            for (int queue = 0; queue < group.queues(); queue++) {
                assertThat(forgotten(path, "queues")).isEmpty();
                report(group.name() + "." + queue);
            }
        }
        for (String store : List.of("history", "directory", "gateway", "queues")) {
            assertThat(forgotten(path, store)).as(store).isNotEmpty();
        }
        assertThat(api.look(path).body().get("complete").asBoolean()).isFalse();
        report("presence");
        Answer done = api.look(path);
        assertThat(done.body().get("complete").asBoolean()).isTrue();
        report("presence");
        report("unheard of");
        assertThat(api.look(path).body()).isEqualTo(done.body());
    }

    @Test
    void onlyWhoKnowsItSeesAnErasure() {
        assertRefused(api.look("/api/erasures/" + UUID.randomUUID()), 404, "erasure_unknown");
        assertRefused(api.look("/api/erasures/mine"), 404, "not_found");
        assertRefused(api.post("/internal/erasures/forgotten", bob.accessToken(), "{}"), 401, "unauthenticated");
    }

    private void report(String part) {
        Caller service = new Caller(UserId.of(bob.user()), SessionId.of(bob.session()));
        String json = "{\"account\":\"%s\",\"part\":\"%s\"}".formatted(alice.user(), part);
        assertThat(api.post(
                                "/internal/erasures/forgotten",
                                RealAddresses.gateway().serviceToken(service),
                                json)
                        .status())
                .isEqualTo(204);
    }

    /** When a store had forgotten; empty until then. */
    private String forgotten(String path, String store) {
        for (var each : api.look(path).body().get("stores")) {
            if (each.get("store").asString().equals(store)) {
                return each.get("forgotten").isNull()
                        ? ""
                        : each.get("forgotten").asString();
            }
        }
        throw new AssertionError("the status says nothing of " + store);
    }

    private List<@Nullable String> texts() {
        return log.readStream(StreamId.conversation(ConversationId.of(conversation)), 0, 100).stream()
                .map(StoredEvent::event)
                .filter(MessageSent.class::isInstance)
                .map(ErasureOverHttpTest::text)
                .toList();
    }

    private static @Nullable String text(ParleyEvent event) {
        var content = ((MessageSent) event).content();
        return content == null ? null : content.text();
    }

    private long count(String sql, String account) {
        return jdbc.sql(sql).param(account).query(Long.class).single();
    }

    private Answer eraseOneself(Person person) {
        return api.deleteWith("/api/me", person.accessToken(), "{\"password\":\"" + Api.PASSWORD + "\"}");
    }

    private Answer eraseByOperator(String account) {
        return api.delete("/api/accounts/" + account, api.operator());
    }

    private Answer refresh(String token) {
        return api.post("/api/sessions/refresh", null, "{\"refreshToken\":\"" + token + "\"}");
    }

    private Answer start(Person person, Person other) {
        return api.post(
                "/api/conversations/direct", person.accessToken(), "{\"username\":\"" + other.username() + "\"}");
    }

    private Answer send(Person person, String text) {
        return send(person, UuidCreator.getTimeOrderedEpoch(), text);
    }

    private Answer send(Person person, UUID message, String text) {
        return api.post(
                "/api/conversations/" + conversation + "/messages", person.accessToken(), """
                {"message":"%s","text":"%s"}""".formatted(message, text));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
