package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a stranger writes to somebody who lets only friends write waits for their answer, and tells the stranger nothing until then. */
class MessageRequestsTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");

    MessageRequestsTest() {
        World.shared()
                .put(bob.token(), "/api/me/privacy", Map.of("findable", "by_name", "writes", "friends"))
                .expect(200);
    }

    @Test
    void readingARequestTellsNothingUntilItIsAcceptedOnAllDevices() {
        String conversation = alice.conversationWith(bob);
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect();
                Device other = bob.signInAgain().connect()) {
            atAlice.say(conversation, "May I?");
            atBob.awaitTexts(conversation, 1);
            long received = atBob.awaitEvent(conversation, "conversation.message-sent.v1")
                    .get("position")
                    .asLong();
            assertThat(requestOf(bob, conversation, received)).isEqualTo("pending");
            assertThat(requestOf(alice, conversation, received)).isEmpty();

            atBob.markReceived(conversation, 1);
            atBob.markRead(conversation, 1);
            other.awaitReceipt(conversation, bob, "read", 1);
            atBob.write("typing", Map.of("conversation", conversation, "on", true));
            assertThat(atBob.ask("send", said(conversation)).get("code").asString())
                    .isEqualTo("accept_first");
            atAlice.ask(Map.of("type", "ping")).join();
            assertThat(atAlice.toldReceipt(conversation, bob, "read")).isFalse();
            assertThat(atAlice.toldReceipt(conversation, bob, "delivered")).isFalse();
            assertThat(atAlice.toldTyping(conversation)).isFalse();
            assertThat(profileOfBob().get("online").asBoolean()).isFalse();

            long ignored = answer(conversation, "ignored");
            other.await(
                    "event",
                    frame -> "message-requests.answered.v1"
                            .equals(frame.path("name").asString("")));
            assertThat(requestOf(bob, conversation, ignored)).isEqualTo("ignored");
            atAlice.say(conversation, "Hello?");

            long accepted = answer(conversation, "accepted");
            assertThat(requestOf(bob, conversation, accepted)).isEmpty();
            atAlice.awaitReceipt(conversation, bob, "read", 1);
            atAlice.awaitPresence(bob, true);
            assertThat(atAlice.toldOf("message-requests/" + bob.user())).isFalse();
            atBob.awaitTexts(conversation, 2);
            atBob.markRead(conversation, 2);
            atAlice.awaitReceipt(conversation, bob, "read", 2);
            atBob.say(conversation, "You may.");
        }
    }

    @Test
    void aReportIsReadInTheLogByThoseWhoMayReadItsContent() {
        String conversation = alice.conversationWith(bob);
        World.shared()
                .post(
                        bob.token(),
                        "/api/conversations/" + conversation + "/request/report",
                        Map.of("reason", "Sells umbrellas."))
                .expect(200);
        String query = "?type=parley.message-requests.reported";
        assertThat(Program.make(World.shared(), "content").replay(query).toString())
                .contains("Sells umbrellas.", alice.user());
        assertThat(Program.make(World.shared(), "analyst").replay(query).toString())
                .contains("parley.message-requests.reported")
                .doesNotContain("Sells umbrellas.");
    }

    private static Map<String, Object> said(String conversation) {
        return Map.of(
                "conversation",
                conversation,
                "message",
                UuidCreator.getTimeOrderedEpoch().toString(),
                "text",
                "Who are you?");
    }

    private long answer(String conversation, String answer) {
        return World.shared()
                .put(bob.token(), "/api/conversations/" + conversation + "/request", Map.of("answer", answer))
                .expect(200)
                .body()
                .get("position")
                .asLong();
    }

    private static String requestOf(Person viewer, String conversation, long after) {
        return World.shared()
                .exchange(
                        viewer.token(),
                        "GET",
                        "/api/conversations/" + conversation,
                        null,
                        "Parley-After",
                        Long.toString(after))
                .expect(200)
                .body()
                .path("request")
                .asString("");
    }

    private JsonNode profileOfBob() {
        return World.shared()
                .get(alice.token(), "/api/users/" + bob.username())
                .expect(200)
                .body();
    }
}
