package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class MessageDeletionOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;

    @BeforeEach
    void twoPeople() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = api.post(
                        "/api/conversations/direct", alice.accessToken(), "{\"username\":\"" + bob.username() + "\"}")
                .text("conversation");
    }

    @Test
    void aDeletedMessageKeepsItsPlaceAndLosesItsText() {
        Answer hello = send(alice, "hello");
        Answer there = send(alice, "there");
        Answer deleted = delete(alice, hello);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text("conversation")).isEqualTo(conversation);
        assertThat(deleted.text("message")).isEqualTo(hello.text("message"));
        assertThat(deleted.number("sequence")).isEqualTo(3);
        assertThat(deleted.number("position")).isGreaterThan(there.number("position"));
        assertThat(deleted.text("recorded")).isNotEmpty();
        MessageSent forgotten = (MessageSent) events().get(1);
        assertThat(forgotten.content()).isNull();
        assertThat(forgotten.number()).isEqualTo(1);
        assertThat(((MessageSent) events().get(2)).content()).isEqualTo(new MessageContent("there"));
        assertThat(events().get(3))
                .isEqualTo(new MessageDeleted(
                        ConversationId.of(conversation),
                        1,
                        1,
                        MessageId.of(hello.text("message")),
                        UserId.of(alice.user())));
        assertThat(send(bob, "next").number("number")).isEqualTo(3);
    }

    @Test
    void deletingAgainIsAnsweredAsTheFirstTime() {
        Answer hello = send(alice, "hello");
        Answer first = delete(alice, hello);
        send(bob, "in between");
        assertThat(delete(alice, hello).body()).isEqualTo(first.body());
        assertThat(events()).hasSize(4);
    }

    @Test
    void deletingManyTimesAtOnceIsRecordedOnce() throws Exception {
        Answer hello = send(alice, "hello");
        List<Answer> answers = atOnce(Stream.generate(() -> (Callable<Answer>) () -> delete(alice, hello))
                .limit(8)
                .toList());
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(events()).hasSize(3);
    }

    @Test
    void aDeletedMessageSentAgainIsAnsweredAsTheFirstTimeAndSaidToBeGoneWhateverItsText() {
        Answer hello = send(alice, "hello");
        assertThat(hello.body().get("gone").asBoolean()).isFalse();
        delete(alice, hello);
        UUID id = UUID.fromString(hello.text("message"));
        for (String text : List.of("hello", "goodbye")) {
            Answer again = send(alice, id, text);
            assertThat(again.body().get("gone").asBoolean()).isTrue();
            assertThat(again.number("position")).isEqualTo(hello.number("position"));
            assertThat(again.number("number")).isEqualTo(hello.number("number"));
        }
        assertThat(events()).hasSize(3);
    }

    @Test
    void onlyItsAuthorDeletesAMessage() {
        Answer hello = send(alice, "hello");
        assertRefused(delete(bob, hello), 403, "not_the_author");
        assertThat(((MessageSent) events().get(1)).content()).isNotNull();
    }

    @Test
    void aStrangerCannotTellAForeignConversationFromAMissingOne() {
        Answer hello = send(alice, "hello");
        Person carol = api.register("carol");
        Answer foreign = delete(carol, hello);
        assertRefused(foreign, 404, "conversation_unknown");
        Answer missing = api.delete(
                "/api/conversations/" + UUID.randomUUID() + "/messages/" + hello.text("message") + "?sequence=1",
                carol.accessToken());
        assertThat(missing.body()).isEqualTo(foreign.body());
    }

    @Test
    void whatIsNotThatMessageIsNotDeleted() {
        Answer hello = send(alice, "hello");
        Answer there = send(alice, "there");
        String message = hello.text("message");
        assertRefused(delete(alice, message, "2"), 404, "message_unknown");
        assertRefused(delete(alice, message, "0"), 404, "message_unknown");
        assertRefused(delete(alice, message, "17"), 404, "message_unknown");
        assertRefused(delete(alice, message, "-1"), 404, "message_unknown");
        assertRefused(delete(alice, message, "-9223372036854775808"), 404, "message_unknown");
        assertRefused(delete(alice, message, "9223372036854775807"), 404, "message_unknown");
        assertRefused(delete(alice, message, "9223372036854775808"), 400, "malformed");
        assertRefused(delete(alice, UUID.randomUUID().toString(), "1"), 404, "message_unknown");
        assertRefused(delete(alice, message, "first"), 400, "malformed");
        delete(alice, there);
        assertRefused(delete(alice, there.text("message"), "3"), 404, "message_unknown");
        assertThat(((MessageSent) events().get(1)).content()).isNotNull();
    }

    @Test
    void whatIsUnderLegalHoldIsNotDeleted() {
        Answer hello = send(alice, "hello");
        Answer gone = send(alice, "gone");
        Answer fromBob = send(bob, "mine");
        Answer before = delete(alice, gone);
        String hold = "/api/accounts/" + alice.user() + "/legal-hold";
        api.put(hold, api.operator(), "{}");
        assertRefused(delete(alice, hello), 409, "legal_hold");
        assertThat(((MessageSent) events().get(1)).content()).isEqualTo(new MessageContent("hello"));
        assertThat(delete(alice, gone).body()).isEqualTo(before.body());
        assertThat(delete(bob, fromBob).status()).isEqualTo(200);
        assertThat(send(alice, "and on").number("number")).isEqualTo(4);
        api.delete(hold, api.operator());
        assertThat(delete(alice, hello).status()).isEqualTo(200);
    }

    private List<ParleyEvent> events() {
        StreamId stream = StreamId.conversation(ConversationId.of(conversation));
        return log.readStream(stream, 0, 100).stream().map(StoredEvent::event).toList();
    }

    private Answer send(Person person, String text) {
        return send(person, UuidCreator.getTimeOrderedEpoch(), text);
    }

    private Answer send(Person person, UUID message, String text) {
        return api.post(
                "/api/conversations/" + conversation + "/messages", person.accessToken(), """
                {"message":"%s","text":"%s"}""".formatted(message, text));
    }

    private Answer delete(Person person, Answer sent) {
        return delete(person, sent.text("message"), Long.toString(sent.number("sequence")));
    }

    private Answer delete(Person person, String message, String sequence) {
        String path = "/api/conversations/" + conversation + "/messages/" + message;
        return api.delete(path + "?sequence=" + sequence, person.accessToken());
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
