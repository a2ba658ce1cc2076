package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageEdited;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@CommandSideTest
class EditsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;
    private Answer helo;

    @BeforeEach
    void twoPeopleAndAMessage() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = api.post(
                        "/api/conversations/direct", alice.accessToken(), "{\"username\":\"" + bob.username() + "\"}")
                .text("conversation");
        helo = api.post("/api/conversations/" + conversation + "/messages", alice.accessToken(), """
                {"message":"%s","text":"helo"}""".formatted(
                        UuidCreator.getTimeOrderedEpoch()));
    }

    @Test
    void theAuthorEditsTheTextTheySaw() {
        Answer first = edit(alice, "hallo", 1);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("message")).isEqualTo(helo.text("message"));
        assertThat(first.number("sequence")).isEqualTo(2);
        assertThat(first.number("position")).isGreaterThan(helo.number("position"));
        assertThat(edit(alice, "cafe\u0301\r\n", 2).status()).isEqualTo(200);
        assertThat(texts()).containsExactly("hallo", "caf\u00e9\n");
    }

    @Test
    void anEditOfATextThatSomeOtherDeviceHasEditedIsRefused() {
        edit(alice, "hallo", 1);
        assertRefused(edit(alice, "hello", 1), 409, "edited_meanwhile");
        assertThat(texts()).containsExactly("hallo");
    }

    @Test
    void ofEditsAtTheSameMomentOneIsRecorded() throws Exception {
        List<Callable<Integer>> edits = IntStream.range(0, 6)
                .mapToObj(n -> (Callable<Integer>) () -> settled("hello " + n))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses =
                    threads.invokeAll(edits).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        }
        assertThat(texts()).hasSize(1);
    }

    @Test
    void whatSaysThatAlreadyIsAnsweredWithWhatMadeItSo() {
        assertThat(edit(alice, "helo", 1).number("sequence")).isEqualTo(1);
        Answer first = edit(alice, "hello", 1);
        assertThat(edit(alice, "hello", 1).body()).isEqualTo(first.body());
        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void aRepetitionUnderItsKeyIsAnsweredAsTheFirstTimeWhateverHappenedSince() {
        Answer first = edit(alice, "hallo", 1, "Idempotency-Key", "one");
        edit(alice, "hello", 2);
        assertThat(edit(alice, "hallo", 1, "Idempotency-Key", "one").body()).isEqualTo(first.body());
        assertThat(texts()).containsExactly("hallo", "hello");
    }

    @Test
    void aDeletedMessageIsNotEditedAndLosesEveryTextItHad() {
        edit(alice, "hallo", 1);
        edit(alice, "hello", 2);
        api.delete(message() + "?sequence=1", alice.accessToken());
        assertThat(edits())
                .hasSize(2)
                .allSatisfy(edit -> assertThat(edit.content()).isNull());
        assertRefused(edit(alice, "there", 3), 410, "message_gone");
    }

    @Test
    void nobodyElseEditsAndAStrangerLearnsNothing() {
        assertRefused(edit(bob, "hello", 1), 403, "not_the_author");
        assertRefused(edit(api.register("carol"), "hello", 1), 404, "conversation_unknown");
        assertThat(texts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'  ',text_empty", "'\u0007',text_invalid"})
    void aTextIsOneThatCouldHaveBeenSent(String text, String code) {
        assertRefused(edit(alice, text, 1), 422, code);
        assertRefused(edit(alice, "a".repeat(2_001), 1), 422, "text_too_long");
    }

    @Test
    void aRequestWithoutATextOrWithoutWhatItReplacesIsNotUnderstood() {
        String path = message() + "/text?sequence=1";
        for (String body : List.of("{}", "{\"text\":\"hello\"}", "{\"replaces\":1}", "[]", "")) {
            assertThat(api.put(path, alice.accessToken(), body).status()).isEqualTo(400);
        }
        assertThat(texts()).isEmpty();
    }

    private int settled(String text) {
        Answer answer = edit(alice, text, 1);
        while (answer.status() == 503) {
            answer = edit(alice, text, 1);
        }
        return answer.status();
    }

    private Answer edit(Person person, String text, long replaces, String... headers) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("text", text, "replaces", replaces));
        return api.put(message() + "/text?sequence=1", person.accessToken(), body, headers);
    }

    private String message() {
        return "/api/conversations/" + conversation + "/messages/" + helo.text("message");
    }

    private List<MessageEdited> edits() {
        StreamId stream = StreamId.conversation(ConversationId.of(conversation));
        return log.readStream(stream, 0, 100).stream()
                .map(StoredEvent::event)
                .flatMap(event -> event instanceof MessageEdited edit ? Stream.of(edit) : Stream.empty())
                .toList();
    }

    private List<String> texts() {
        return edits().stream()
                .flatMap(edit -> Stream.ofNullable(edit.content()))
                .map(content -> content.text())
                .toList();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
