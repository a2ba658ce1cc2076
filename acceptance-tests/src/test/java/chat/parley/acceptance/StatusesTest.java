package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** In the room: read. Connected elsewhere: delivered. Not connected: stored. Each with its time, told at once. */
class StatusesTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final String conversation = alice.conversationWith(bob);

    @Test
    void aMessageToSomeoneInTheRoomIsRead() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            atBob.write("focus", Map.of("conversation", conversation));
            JsonNode ack = atAlice.say(conversation, "are you there?");
            atBob.awaitTexts(conversation, 1);
            atBob.markRead(conversation, ack.get("number").asLong());
            JsonNode receipt = atAlice.awaitReceipt(conversation, bob, "read", 1);
            assertThat(Instant.parse(receipt.get("at").asString()))
                    .isAfterOrEqualTo(Instant.parse(ack.get("at").asString()));
            JsonNode times = receiptOfBob(receipt.get("position").asLong());
            assertThat(times.get("readAt").asString())
                    .isEqualTo(receipt.get("at").asString());
            assertThat(times.get("deliveredAt").asString())
                    .isEqualTo(receipt.get("at").asString());
        }
    }

    @Test
    void aMessageToSomeoneConnectedElsewhereIsDelivered() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            atAlice.say(conversation, "look here later");
            atBob.awaitTexts(conversation, 1);
            atBob.markReceived(conversation, 1);
            JsonNode receipt = atAlice.awaitReceipt(conversation, bob, "delivered", 1);
            JsonNode times = receiptOfBob(receipt.get("position").asLong());
            assertThat(times.get("deliveredAt").asString())
                    .isEqualTo(receipt.get("at").asString());
            assertThat(times.get("readAt").isNull()).isTrue();
            assertThat(atAlice.toldReceipt(conversation, bob, "read")).isFalse();
        }
    }

    @Test
    void aMessageToSomeoneNotConnectedIsStored() {
        try (Device atAlice = alice.connect()) {
            long position = atAlice.say(conversation, "for when you are back")
                    .get("position")
                    .asLong();
            JsonNode times = receiptOfBob(position);
            assertThat(times.get("deliveredAt").isNull()).isTrue();
            assertThat(times.get("readAt").isNull()).isTrue();
            assertThat(unreadOfBob(position)).isEqualTo(1);
            assertThat(atAlice.toldReceipt(conversation, bob, "delivered")).isFalse();
        }
    }

    @Test
    void whatHappenedToTheirAccountIsToldToADeviceThatComesBack() {
        String before;
        try (Device atAlice = alice.connect()) {
            before = atAlice.cursor();
        }
        Person carol = Person.register(World.shared(), "carol");
        try (Device atCarol = Device.connect(carol, before);
                Device atAlice = Device.connect(alice, before)) {
            String account = "account/" + carol.user();
            JsonNode registered = atCarol.await(
                    "event", frame -> account.equals(frame.path("stream").asString("")));
            assertThat(registered.get("name").asString()).isEqualTo("account.registered.v1");
            assertThat(atAlice.toldOf(account)).isFalse();
        }
    }

    @Test
    void presenceFollowsTheSocketsOfAllDevices() {
        try (Device atAlice = alice.connect()) {
            atAlice.awaitPresence(bob, false);
            Device phone = bob.connect();
            atAlice.awaitPresence(bob, true);
            Device laptop = bob.signInAgain().connect();
            phone.close();
            assertThat(profileOfBob().get("online").asBoolean()).isTrue();
            laptop.abort();
            JsonNode gone = atAlice.awaitPresence(bob, false);
            assertThat(Instant.parse(gone.get("lastSeen").asString())).isBeforeOrEqualTo(Instant.now());
            await().untilAsserted(() ->
                    assertThat(profileOfBob().get("online").asBoolean()).isFalse());
        }
    }

    @Test
    void typingIsToldToTheOtherAndKeptNowhere() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            atAlice.write("typing", Map.of("conversation", conversation, "on", true));
            JsonNode typing = atBob.await(
                    "typing",
                    frame -> conversation.equals(frame.get("conversation").asString()));
            assertThat(typing.get("user").asString()).isEqualTo(alice.user());
            assertThat(typing.get("on").asBoolean()).isTrue();
        }
    }

    private JsonNode profileOfBob() {
        return World.shared()
                .get(alice.token(), "/api/users/" + bob.username())
                .expect(200)
                .body();
    }

    private JsonNode receiptOfBob(long after) {
        JsonNode receipts = World.shared()
                .exchange(
                        alice.token(),
                        "GET",
                        "/api/conversations/" + conversation + "/messages/1/receipts",
                        null,
                        "Parley-After",
                        Long.toString(after))
                .expect(200)
                .body()
                .get("receipts");
        assertThat(receipts).hasSize(1);
        assertThat(receipts.get(0).get("member").asString()).isEqualTo(bob.user());
        return receipts.get(0);
    }

    private long unreadOfBob(long after) {
        return World.shared()
                .exchange(
                        bob.token(),
                        "GET",
                        "/api/conversations/" + conversation,
                        null,
                        "Parley-After",
                        Long.toString(after))
                .expect(200)
                .body()
                .get("unread")
                .asLong();
    }
}
