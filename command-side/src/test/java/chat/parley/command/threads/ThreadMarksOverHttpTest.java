package chat.parley.command.threads;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class ThreadMarksOverHttpTest {

    @LocalServerPort
    private int port;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;
    private Answer root;
    private Answer reply;

    @BeforeEach
    void aThread() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = api.post("/api/conversations/direct", alice.accessToken(), """
                {"username":"%s"}""".formatted(bob.username()))
                .text("conversation");
        root = send(alice, "");
        reply = send(bob, ",\"thread\":" + root.number("sequence"));
    }

    @Test
    void aReplyHasANumberInItsThreadAndNoneOfTheConversation() {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.number("number")).isEqualTo(-1);
        assertThat(reply.body().get("thread").get("number").asLong()).isEqualTo(1);
        assertThat(reply.body().get("thread").get("root").get("number").asLong())
                .isEqualTo(1);
        Answer also = send(alice, ",\"alsoInConversation\":true,\"thread\":" + root.number("sequence"));
        assertThat(also.number("number")).isEqualTo(2);
        assertThat(also.body().get("thread").get("number").asLong()).isEqualTo(2);
        assertThat(send(alice, "").number("number")).isEqualTo(3);
    }

    @Test
    void thereIsNoThreadAboutAReplyNorAboutWhatIsNotThere() {
        Answer nested = send(alice, ",\"thread\":" + reply.number("sequence"));
        assertThat(nested.status()).isEqualTo(422);
        assertThat(nested.text("code")).isEqualTo("in_a_thread");
        assertThat(send(alice, ",\"thread\":0").text("code")).isEqualTo("origin_gone");
        assertThat(send(alice, ",\"thread\":99").text("code")).isEqualTo("origin_gone");
        assertThat(send(api.register("carol"), ",\"thread\":" + root.number("sequence"))
                        .text("code"))
                .isEqualTo("conversation_unknown");
    }

    @Test
    void aThreadIsReadUpToAMessageOfItAndFollowedOrNot() {
        Answer read = mark(alice, "{\"read\":" + reply.number("sequence") + "}");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.number("readUpTo")).isEqualTo(1);
        assertThat(read.body().has("following")).isFalse();
        Answer left = mark(alice, "{\"following\":false}");
        assertThat(left.body().get("following").asBoolean()).isFalse();
        assertThat(left.number("readUpTo")).isEqualTo(1);
        assertThat(left.number("position")).isGreaterThan(read.number("position"));
    }

    @Test
    void repeatingIsAnsweredAsBefore() {
        Answer first = mark(alice, "{\"following\":true}", "Idempotency-Key", "k1");
        mark(alice, "{\"following\":false}");
        assertThat(mark(alice, "{\"following\":true}", "Idempotency-Key", "k1").body())
                .isEqualTo(first.body());
    }

    @Test
    void nothingAndWhatIsInNoSuchThreadAreRefused() {
        assertThat(mark(alice, "{}").text("code")).isEqualTo("malformed");
        assertThat(mark(alice, "{\"read\":" + root.number("sequence") + "}").text("code"))
                .isEqualTo("message_unknown");
        assertThat(mark(alice, "{\"read\":99}").text("code")).isEqualTo("message_unknown");
        assertThat(mark(api.register("carol"), "{\"following\":true}").text("code"))
                .isEqualTo("conversation_unknown");
        root = reply;
        assertThat(mark(alice, "{\"following\":true}").text("code")).isEqualTo("in_a_thread");
    }

    @Test
    void aReplyIsEditedReactedToPinnedAndDeletedAsAnyMessage() {
        String message = "/api/conversations/" + conversation + "/messages/" + reply.text("message");
        String at = "?sequence=" + reply.number("sequence");
        assertThat(api.put(message + "/pin" + at, alice.accessToken(), "").status())
                .isEqualTo(200);
        assertThat(api.delete(message + at, alice.accessToken()).text("code")).isEqualTo("not_the_author");
        assertThat(api.delete(message + at, bob.accessToken()).status()).isEqualTo(200);
        assertThat(send(bob, ",\"thread\":" + root.number("sequence"))
                        .body()
                        .get("thread")
                        .get("number")
                        .asLong())
                .isEqualTo(2);
    }

    private Answer mark(Person person, String change, String... headers) {
        return api.patch(
                "/api/conversations/" + conversation + "/threads/" + root.number("sequence"),
                person.accessToken(),
                change,
                headers);
    }

    private Answer send(Person author, String more) {
        return api.post("/api/conversations/" + conversation + "/messages", author.accessToken(), """
                {"message":"%s","text":"hello"%s}""".formatted(
                        UuidCreator.getTimeOrderedEpoch(), more));
    }
}
