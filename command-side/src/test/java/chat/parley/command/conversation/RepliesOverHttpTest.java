package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageReference;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@CommandSideTest
class RepliesOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;
    private Answer tea;

    @BeforeEach
    void aQuestion() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = api.post(
                        "/api/conversations/direct", alice.accessToken(), "{\"username\":\"" + bob.username() + "\"}")
                .text("conversation");
        tea = send(alice, fresh(), "tea?", null);
    }

    @Test
    void anAnswerNamesWhatItAnswersByNumberAndSequence() {
        Answer answer = send(bob, fresh(), "gladly", tea.number("sequence"));
        assertThat(answer.status()).isEqualTo(200);
        StreamId stream = StreamId.conversation(ConversationId.of(conversation));
        MessageSent sent = (MessageSent)
                log.readStream(stream, answer.number("sequence"), 1).getFirst().event();
        assertThat(sent.replyTo()).isEqualTo(new MessageReference(1, 1));
    }

    @Test
    void whatIsNotThereIsNotAnswered() {
        assertRefused(send(bob, fresh(), "what?", 0L), 410, "origin_gone");
        assertRefused(send(bob, fresh(), "what?", 17L), 410, "origin_gone");
        api.delete(
                "/api/conversations/" + conversation + "/messages/" + tea.text("message") + "?sequence=1",
                alice.accessToken());
        assertRefused(send(bob, fresh(), "gladly", 1L), 410, "origin_gone");
        assertRefused(send(api.register("carol"), fresh(), "me too", 1L), 404, "conversation_unknown");
    }

    @Test
    void anAnswerThatWasRecordedIsAnsweredAsTheFirstTimeThoughWhatItAnswersHasGone() {
        String message = fresh();
        Answer first = send(bob, message, "gladly", 1L);
        api.delete(
                "/api/conversations/" + conversation + "/messages/" + tea.text("message") + "?sequence=1",
                alice.accessToken());
        assertThat(send(bob, message, "gladly", 1L).body()).isEqualTo(first.body());
    }

    @Test
    void theSameIdForAnAnswerToSomethingElseIsRefused() {
        String message = fresh();
        send(bob, message, "gladly", 1L);
        assertRefused(send(bob, message, "gladly", null), 409, "message_id_reused");
    }

    private Answer send(Person author, String message, String text, @Nullable Long replyTo) {
        Map<String, Object> body = new HashMap<>(Map.of("message", message, "text", text));
        if (replyTo != null) {
            body.put("replyTo", replyTo);
        }
        return api.post(
                "/api/conversations/" + conversation + "/messages",
                author.accessToken(),
                JsonMapper.shared().writeValueAsString(body));
    }

    private static String fresh() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
