package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.DirectConversation;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class ConversationsOverHttpTest {

    @LocalServerPort
    private int port;

    private Api api;
    private Person alice;
    private Person bob;

    @BeforeEach
    void twoPeople() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
    }

    @Test
    void aConversationIsStartedOnceWhoeverStartsIt() {
        Answer first = start(alice, bob.username());
        Answer again = start(bob, alice.username().toUpperCase(Locale.ROOT));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.number("position")).isPositive();
    }

    @Test
    void nobodyComputesTheConversationOfAPairWithoutTheDeploymentsKey() throws Exception {
        String conversation = started();
        List<String> sorted = Stream.of(alice.user(), bob.user())
                .sorted(Comparator.comparing(UUID::fromString))
                .toList();
        ByteBuffer unkeyed = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                .digest(("parley.direct:" + String.join(":", sorted)).getBytes(StandardCharsets.UTF_8)));
        String guessed =
                DirectConversation.ofBits(unkeyed.getLong(), unkeyed.getLong()).toString();
        assertThat(conversation).isNotEqualTo(guessed);
        assertRefused(send(alice, guessed, fresh(), "hello"), 404, "conversation_unknown");
    }

    @Test
    void twoWhoStartAtTheSameMomentFindTheSameConversation() throws Exception {
        List<Answer> answers = atOnce(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(
                        i -> () -> i % 2 == 0 ? start(alice, bob.username()) : start(bob, alice.username()))
                .toList());
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).contains(200);
    }

    @Test
    void nobodyStartsAConversationWithNoOne() {
        assertRefused(start(alice, Api.unused("nobody")), 404, "user_unknown");
        assertRefused(api.post("/api/conversations/direct", alice.accessToken(), "{}"), 400, "malformed");
    }

    @Test
    void oneHasExactlyOneConversationWithOneself() {
        Answer saved = start(alice, alice.username());
        assertThat(saved.status()).isEqualTo(201);
        assertThat(start(alice, alice.username()).text("conversation")).isEqualTo(saved.text("conversation"));
        assertThat(start(bob, bob.username()).text("conversation")).isNotEqualTo(saved.text("conversation"));
    }

    @Test
    void messagesAreNumberedInOrder() {
        String conversation = started();
        long before = 0;
        for (int number = 1; number <= 3; number++) {
            Answer sent = send(number % 2 == 0 ? alice : bob, conversation, fresh(), "text " + number);
            assertThat(sent.status()).isEqualTo(200);
            assertThat(sent.number("number")).isEqualTo(number);
            assertThat(sent.number("sequence")).isEqualTo(number);
            assertThat(sent.number("position")).isGreaterThan(before);
            assertThat(sent.text("at")).isNotEmpty();
            before = sent.number("position");
        }
    }

    @Test
    void aMessageSentAgainIsAnsweredAsTheFirstTime() {
        String conversation = started();
        UUID message = fresh();
        Answer first = send(alice, conversation, message, "caf\\u00e9");
        send(alice, conversation, fresh(), "something else");
        assertThat(send(alice, conversation, message, "cafe\\u0301").body()).isEqualTo(first.body());
    }

    @Test
    void aMessageSentManyTimesAtOnceIsRecordedOnce() throws Exception {
        String conversation = started();
        UUID message = fresh();
        List<Answer> answers =
                atOnce(Stream.generate(() -> (Callable<Answer>) () -> send(alice, conversation, message, "hello"))
                        .limit(8)
                        .toList());
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(send(alice, conversation, fresh(), "next").number("number")).isEqualTo(2);
    }

    @Test
    void manySendersAtOnceGetNumbersWithoutHoles() throws Exception {
        String conversation = started();
        List<Answer> answers = atOnce(IntStream.range(0, 40)
                .<Callable<Answer>>mapToObj(
                        i -> () -> send(i % 2 == 0 ? alice : bob, conversation, fresh(), "text " + i))
                .toList());
        assertThat(answers)
                .extracting(answer -> answer.number("number"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    }

    @Test
    void aMessageIdIsNotUsedForAnotherText() {
        String conversation = started();
        UUID message = fresh();
        send(alice, conversation, message, "hello");
        assertRefused(send(alice, conversation, message, "goodbye"), 409, "message_id_reused");
    }

    @Test
    void aStrangerCannotTellAForeignConversationFromAMissingOne() {
        String conversation = started();
        Person carol = api.register("carol");
        Answer foreign = send(carol, conversation, fresh(), "hello");
        Answer missing = send(carol, UUID.randomUUID().toString(), fresh(), "hello");
        assertRefused(foreign, 404, "conversation_unknown");
        assertThat(foreign.body()).isEqualTo(missing.body());
        Answer foreignCursor = move(carol, conversation, "{\"read\":1}");
        assertRefused(foreignCursor, 404, "conversation_unknown");
        assertThat(foreignCursor.body())
                .isEqualTo(move(carol, UUID.randomUUID().toString(), "{\"read\":1}")
                        .body());
    }

    @Test
    void textsAreWithinTheirLimits() {
        String conversation = started();
        assertRefused(send(alice, conversation, fresh(), " \\n "), 422, "text_empty");
        assertRefused(send(alice, conversation, fresh(), "x".repeat(2001)), 422, "text_too_long");
        assertThat(send(alice, conversation, fresh(), "x".repeat(2000)).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotARequestIsMalformed() {
        String path = "/api/conversations/" + started() + "/messages";
        assertRefused(api.post(path, alice.accessToken(), "{\"text\":\"hello\"}"), 400, "malformed");
        assertRefused(api.post(path, alice.accessToken(), "{\"message\":\"7\",\"text\":\"hello\"}"), 400, "malformed");
        assertRefused(
                api.post(path, alice.accessToken(), "{\"message\":\"" + fresh() + "\",\"text\":null}"),
                400,
                "malformed");
        assertRefused(api.post(path, null, "{}"), 401, "unauthenticated");
    }

    @Test
    void aCursorMovesForwardOnly() {
        String conversation = started();
        for (int number = 1; number <= 5; number++) {
            send(alice, conversation, fresh(), "text");
        }
        long received = move(bob, conversation, "{\"received\":4}").number("position");
        long read = move(bob, conversation, "{\"received\":4,\"read\":3}").number("position");
        assertThat(read).isGreaterThan(received);
        assertThat(move(bob, conversation, "{\"read\":2}").number("position")).isEqualTo(read);
        assertThat(move(bob, conversation, "{\"received\":3,\"read\":3}").number("position"))
                .isEqualTo(read);
        assertThat(move(bob, conversation, "{\"received\":5,\"read\":5}").number("position"))
                .isGreaterThan(read);
    }

    @Test
    void aCursorStaysWithinTheConversation() {
        String conversation = started();
        assertRefused(move(bob, conversation, "{\"read\":1}"), 422, "beyond_last_message");
        send(alice, conversation, fresh(), "text");
        assertRefused(move(bob, conversation, "{\"received\":2}"), 422, "beyond_last_message");
        assertRefused(move(bob, UUID.randomUUID().toString(), "{\"read\":1}"), 404, "conversation_unknown");
        assertRefused(move(bob, conversation, "{}"), 400, "malformed");
        assertRefused(move(bob, conversation, "{\"read\":{\"" + conversation + "\":null}}"), 400, "malformed");
        assertRefused(move(bob, conversation, "{\"read\":-1}"), 400, "malformed");
        for (String field : List.of("received", "read")) {
            String number = "{\"" + field + "\":%s}";
            assertRefused(move(bob, conversation, number.formatted(Long.MAX_VALUE)), 422, "beyond_last_message");
            assertRefused(move(bob, conversation, number.formatted(Long.MIN_VALUE)), 400, "malformed");
            assertRefused(move(bob, conversation, number.formatted("9223372036854775808")), 400, "malformed");
        }
        assertThat(move(bob, conversation, "{\"read\":0}").status()).isEqualTo(200);
    }

    @Test
    void cursorsOfSeveralConversationsMoveInOneRequest() {
        List<String> conversations = new ArrayList<>();
        for (String name : List.of("carol", "dave", "erin")) {
            Person other = api.register(name);
            String conversation = start(bob, other.username()).text("conversation");
            send(other, conversation, fresh(), "text");
            conversations.add(conversation);
        }
        String unknown = UUID.randomUUID().toString();
        Answer answer =
                moveAll(bob, """
                {"read":{"%s":1,"%s":1},"received":{"%s":1,"%s":1}}""".formatted(conversations.get(0), unknown, conversations.get(1), conversations.get(2)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("refused")).singleElement().satisfies(refused -> {
            assertThat(refused.get("conversation").asString()).isEqualTo(unknown);
            assertThat(refused.get("code").asString()).isEqualTo("conversation_unknown");
            assertThat(refused.get("message").asString()).endsWith(".");
            assertThat(refused.get("retryable").asBoolean()).isFalse();
        });
        long highest = answer.number("position");
        assertThat(conversations)
                .extracting(each -> move(bob, each, "{\"received\":1}").number("position"))
                .allMatch(position -> position <= highest)
                .contains(highest);
        String many = IntStream.range(0, 101)
                .mapToObj(i -> "\"" + UUID.randomUUID() + "\":1")
                .collect(Collectors.joining(","));
        assertRefused(moveAll(bob, "{\"read\":{" + many + "}}"), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f81d4fae-7dec-41d0-a765-00a0c91e6bf6",
                "00000000-0000-0000-0000-000000000000",
                "0190a5c0-0000-7000-0000-000000000002",
                "0190a5c0-0000-7000-c000-000000000002"
            })
    void aMessageIdIsAUuidOfVersion7(UUID message) {
        Answer refused = send(alice, started(), message, "hello");
        assertRefused(refused, 422, "message_id_invalid");
        assertThat(refused.body().get("errors").get(0).get("field").asString()).isEqualTo("message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\u001b[31mred", "a\\u0085", "a\\ud83d", "\\udc34b"})
    void aTextWithControlCharactersOrHalfASurrogatePairIsRefusedByName(String text) {
        Answer refused = send(alice, started(), fresh(), text);
        assertRefused(refused, 422, "text_invalid");
        assertThat(refused.body().get("errors").get(0).get("field").asString()).isEqualTo("text");
    }

    private static UUID fresh() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    private String started() {
        return start(alice, bob.username()).text("conversation");
    }

    private Answer start(Person person, String username) {
        return api.post("/api/conversations/direct", person.accessToken(), "{\"username\":\"" + username + "\"}");
    }

    private Answer send(Person person, String conversation, UUID message, String text) {
        return api.post(
                "/api/conversations/" + conversation + "/messages", person.accessToken(), """
                {"message":"%s","text":"%s"}""".formatted(message, text));
    }

    private Answer move(Person person, String conversation, String json) {
        return moveAll(person, json.replaceAll(":(-?\\d+)", ":{\"" + conversation + "\":$1}"));
    }

    private Answer moveAll(Person person, String json) {
        return api.put("/api/cursors", person.accessToken(), json);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
