package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.DirectConversation;
import chat.parley.events.UserId;
import java.util.ArrayList;
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
        assertThat(first.text("conversation"))
                .isEqualTo(DirectConversation.between(UserId.of(alice.user()), UserId.of(bob.user()))
                        .toString());
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
    void nobodyStartsAConversationWithNoOneOrThemselves() {
        assertRefused(start(alice, Api.unused("nobody")), 404, "user_unknown");
        assertRefused(start(alice, alice.username()), 422, "self_conversation");
        assertRefused(api.post("/api/conversations/direct", alice.accessToken(), "{}"), 400, "malformed");
    }

    @Test
    void messagesAreNumberedInOrder() {
        String conversation = started();
        long before = 0;
        for (int number = 1; number <= 3; number++) {
            Answer sent = send(number % 2 == 0 ? alice : bob, conversation, UUID.randomUUID(), "text " + number);
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
        UUID message = UUID.randomUUID();
        Answer first = send(alice, conversation, message, "caf\\u00e9");
        send(alice, conversation, UUID.randomUUID(), "something else");
        assertThat(send(alice, conversation, message, "cafe\\u0301").body()).isEqualTo(first.body());
    }

    @Test
    void aMessageSentManyTimesAtOnceIsRecordedOnce() throws Exception {
        String conversation = started();
        UUID message = UUID.randomUUID();
        List<Answer> answers =
                atOnce(Stream.generate(() -> (Callable<Answer>) () -> send(alice, conversation, message, "hello"))
                        .limit(8)
                        .toList());
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(send(alice, conversation, UUID.randomUUID(), "next").number("number"))
                .isEqualTo(2);
    }

    @Test
    void manySendersAtOnceGetNumbersWithoutHoles() throws Exception {
        String conversation = started();
        List<Answer> answers = atOnce(IntStream.range(0, 40)
                .<Callable<Answer>>mapToObj(
                        i -> () -> send(i % 2 == 0 ? alice : bob, conversation, UUID.randomUUID(), "text " + i))
                .toList());
        assertThat(answers)
                .extracting(answer -> answer.number("number"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    }

    @Test
    void aMessageIdIsNotUsedForAnotherText() {
        String conversation = started();
        UUID message = UUID.randomUUID();
        send(alice, conversation, message, "hello");
        assertRefused(send(alice, conversation, message, "goodbye"), 409, "message_id_reused");
    }

    @Test
    void aStrangerCannotTellAForeignConversationFromAMissingOne() {
        String conversation = started();
        Person carol = api.register("carol");
        Answer foreign = send(carol, conversation, UUID.randomUUID(), "hello");
        Answer missing = send(carol, UUID.randomUUID().toString(), UUID.randomUUID(), "hello");
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
        assertRefused(send(alice, conversation, UUID.randomUUID(), " \\n "), 422, "text_empty");
        assertRefused(send(alice, conversation, UUID.randomUUID(), "x".repeat(2001)), 422, "text_too_long");
        assertThat(send(alice, conversation, UUID.randomUUID(), "x".repeat(2000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotARequestIsMalformed() {
        String path = "/api/conversations/" + started() + "/messages";
        assertRefused(api.post(path, alice.accessToken(), "{\"text\":\"hello\"}"), 400, "malformed");
        assertRefused(api.post(path, alice.accessToken(), "{\"message\":\"7\",\"text\":\"hello\"}"), 400, "malformed");
        assertRefused(
                api.post(path, alice.accessToken(), "{\"message\":\"" + UUID.randomUUID() + "\",\"text\":null}"),
                400,
                "malformed");
        assertRefused(api.post(path, null, "{}"), 401, "unauthenticated");
    }

    @Test
    void aCursorMovesForwardOnly() {
        String conversation = started();
        for (int number = 1; number <= 5; number++) {
            send(alice, conversation, UUID.randomUUID(), "text");
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
        send(alice, conversation, UUID.randomUUID(), "text");
        assertRefused(move(bob, conversation, "{\"received\":2}"), 422, "beyond_last_message");
        assertRefused(move(bob, UUID.randomUUID().toString(), "{\"read\":1}"), 404, "conversation_unknown");
        assertRefused(move(bob, conversation, "{}"), 400, "malformed");
        assertRefused(move(bob, conversation, "{\"read\":{\"" + conversation + "\":null}}"), 400, "malformed");
        assertRefused(move(bob, conversation, "{\"read\":-1}"), 400, "malformed");
        assertThat(move(bob, conversation, "{\"read\":0}").status()).isEqualTo(200);
    }

    @Test
    void cursorsOfSeveralConversationsMoveInOneRequest() {
        List<String> conversations = new ArrayList<>();
        for (String name : List.of("carol", "dave", "erin")) {
            Person other = api.register(name);
            String conversation = start(bob, other.username()).text("conversation");
            send(other, conversation, UUID.randomUUID(), "text");
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
