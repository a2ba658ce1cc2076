package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing passes from one person to another of whom one blocks the other, and the one who is blocked is not told. */
class BlocksTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final String conversation = alice.conversationWith(bob);

    @Test
    void neitherMessagesNorReceiptsNorTypingNorPresencePassAndUnblockingBringsNothingBack() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect();
                Device other = bob.signInAgain().connect()) {
            atAlice.say(conversation, "before");
            atBob.awaitTexts(conversation, 1);
            atAlice.awaitPresence(bob, true);
            long before = block("PUT");
            JsonNode told = other.await(
                    "event",
                    frame -> "blocks.blocked.v1".equals(frame.path("name").asString("")));
            assertThat(told.get("position").asLong()).isEqualTo(before);
            atAlice.awaitPresence(bob, false);
            atBob.awaitPresence(alice, false);
            assertThat(profile().get("online").asBoolean()).isFalse();

            JsonNode refused = say(atAlice, "while blocked");
            assertThat(refused.get("code").asString()).isEqualTo("not_accepted");
            assertThat(refused.get("retryable").asBoolean()).isFalse();
            atAlice.write("typing", Map.of("conversation", conversation, "on", true));
            atBob.markRead(conversation, 1);
            atBob.awaitReceipt(conversation, bob, "read", 1);
            other.awaitReceipt(conversation, bob, "read", 1);
            atAlice.ask(Map.of("type", "ping")).join();
            assertThat(atAlice.toldReceipt(conversation, bob, "read")).isFalse();
            assertThat(atAlice.toldOf("blocks/" + bob.user())).isFalse();

            block("DELETE");
            atAlice.awaitPresence(bob, true);
            atAlice.say(conversation, "after");
            assertThat(atBob.awaitTexts(conversation, 2)).containsExactly("before", "after");
            assertThat(atBob.toldTyping(conversation)).isFalse();
        }
    }

    @Test
    void theListOfThePeopleOneBlocksIsOnesOwn() {
        long position = block("PUT");
        JsonNode list = World.shared()
                .exchange(bob.token(), "GET", "/api/me/blocks", null, "Parley-After", Long.toString(position))
                .expect(200)
                .body()
                .get("items");
        assertThat(list.valueStream().map(item -> item.get("user").asString())).containsExactly(alice.user());
        assertThat(World.shared().get(alice.token(), "/api/me/blocks").body().get("items"))
                .isEmpty();
        await().untilAsserted(() -> assertThat(World.shared()
                        .get(bob.token(), "/api/me/blocks")
                        .body()
                        .get("items")
                        .get(0)
                        .get("username")
                        .asString())
                .isEqualTo(alice.username()));
    }

    private JsonNode say(Device device, String text) {
        return device.ask(
                "send",
                Map.of(
                        "conversation",
                        conversation,
                        "message",
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        "text",
                        text));
    }

    /** What Bob does about Alice. */
    private long block(String method) {
        return World.shared()
                .exchange(bob.token(), method, "/api/me/blocks/" + alice.user(), null)
                .expect(200)
                .body()
                .get("position")
                .asLong();
    }

    private JsonNode profile() {
        return World.shared()
                .get(alice.token(), "/api/users/" + bob.username())
                .expect(200)
                .body();
    }
}
