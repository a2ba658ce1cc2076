package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ConversationId;
import chat.parley.events.Mention;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@CommandSideTest
class MentionsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private final String message = UuidCreator.getTimeOrderedEpoch().toString();
    private Api api;
    private Person alice;
    private Person bob;
    private Person carol;
    private String conversation;

    @BeforeEach
    void aConversation() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        carol = api.register("carol");
        conversation = api.post("/api/conversations/direct", alice.accessToken(), """
                {"username":"%s"}""".formatted(bob.username()))
                .text("conversation");
    }

    @Test
    void mentionsOfMembersAreRecordedAndARepetitionIsAnsweredAsBefore() {
        List<Map<String, Object>> both = List.of(mention(bob, 0, 4), mention(carol, 5, 6));
        Answer first = send("@bob @carol", both);
        assertThat(first.status()).isEqualTo(200);
        assertThat(content(first).mentions()).containsExactly(new Mention(UserId.of(bob.user()), 0, 4));
        assertThat(send("@bob @carol", both).body()).isEqualTo(first.body());
        assertThat(send("@bob @carol", List.of()).text("code"))
                .as("the same text that mentions nobody is another message")
                .isEqualTo("message_id_reused");
    }

    @Test
    void anEditMentionsAnew() {
        Answer sent = send("hello", List.of());
        Answer edited = api.put(
                "/api/conversations/" + conversation + "/messages/" + message + "/text?sequence="
                        + sent.number("sequence"),
                alice.accessToken(),
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "text",
                                "@bob",
                                "mentions",
                                List.of(mention(bob, 0, 4)),
                                "replaces",
                                sent.number("sequence"))));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(content(edited).mentioned()).containsExactly(UserId.of(bob.user()));
    }

    @Test
    void aMentionThatIsNoPartOfTheTextIsRefusedAtItsField() {
        Answer refused = send("hello", List.of(mention(bob, 0, 4)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("mention_invalid");
        assertThat(refused.body().get("errors").get(0).get("field").asString()).isEqualTo("mentions");
    }

    private MessageContent content(Answer recorded) {
        var event = log.readStream(
                        StreamId.conversation(ConversationId.of(conversation)), recorded.number("sequence"), 1)
                .getFirst()
                .event();
        return Objects.requireNonNull(
                event instanceof MessageEdited edited ? edited.content() : ((MessageSent) event).content());
    }

    private Answer send(String text, List<Map<String, Object>> mentions) {
        return api.post(
                "/api/conversations/" + conversation + "/messages",
                alice.accessToken(),
                JsonMapper.shared().writeValueAsString(Map.of("message", message, "text", text, "mentions", mentions)));
    }

    private static Map<String, Object> mention(Person person, int from, int length) {
        return Map.of("user", person.user(), "from", from, "length", length);
    }
}
