package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is said in a thread is told to everyone in the conversation, waits for those whom it concerns, and moves nothing of the conversation. */
class ThreadsTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final String talk = alice.conversationWith(bob);

    @Test
    void aReplyComesLiveAndAfterATimeAwayAndWaitsInItsThreadAlone() {
        JsonNode root = send(alice, Map.of());
        String before;
        try (Device away = alice.connect()) {
            before = away.cursor();
        }
        long position;
        try (Device atAlice = alice.connect()) {
            JsonNode reply = send(bob, Map.of("thread", root.get("sequence")));
            position = reply.get("position").asLong();
            assertReply(awaitReply(atAlice, position));
        }
        try (Device back = Device.connect(alice, before)) {
            assertReply(awaitReply(back, position));
        }
        JsonNode summary = get(alice, "/api/conversations/" + talk, position);
        assertThat(summary.get("unread").asLong()).isZero();
        assertThat(summary.get("lastNumber").asLong()).isEqualTo(1);
        JsonNode followed = get(alice, "/api/threads", position).get("items").get(0);
        assertThat(followed.get("own").get("unread").size()).isEqualTo(1);
        assertThat(followed.get("root").get("replies").get("count").asLong()).isEqualTo(1);
        assertThat(get(bob, "/api/threads", position)
                        .get("items")
                        .get(0)
                        .get("own")
                        .get("unread"))
                .isEmpty();
    }

    @Test
    void whatIsReadInAThreadIsReadOnAllDevicesAndNobodyElseIsTold() {
        JsonNode root = send(alice, Map.of());
        JsonNode reply = send(bob, Map.of("thread", root.get("sequence")));
        Person second = alice.signInAgain();
        try (Device atAlice = second.connect();
                Device atBob = bob.connect()) {
            long position = World.shared()
                    .exchange(
                            alice.token(),
                            "PATCH",
                            "/api/conversations/" + talk + "/threads/" + root.get("sequence"),
                            Http.JSON.writeValueAsString(Map.of("read", reply.get("sequence"))))
                    .expect(200)
                    .body()
                    .get("position")
                    .asLong();
            JsonNode told =
                    atAlice.await("event", frame -> frame.path("position").asLong() == position);
            assertThat(told.get("name").asString()).isEqualTo("thread.marked.v1");
            assertThat(told.get("data").get("readUpTo").asLong()).isEqualTo(1);
            atAlice.say(talk, "so that what came before has come");
            atBob.awaitTexts(talk, 1);
            assertThat(atBob.toldOf("thread/" + talk + "/" + alice.user() + "/1"))
                    .isFalse();
            assertThat(get(alice, "/api/threads", position)
                            .get("items")
                            .get(0)
                            .get("own")
                            .get("unread"))
                    .isEmpty();
        }
    }

    @Test
    void whoIsBlockedSaysNothingInAThreadEither() {
        JsonNode root = send(alice, Map.of());
        World.shared()
                .exchange(alice.token(), "PUT", "/api/me/blocks/" + bob.user(), null)
                .expect(200);
        Http.Answer answer = World.shared()
                .exchange(
                        bob.token(),
                        "POST",
                        "/api/conversations/" + talk + "/messages",
                        Http.JSON.writeValueAsString(body(Map.of("thread", root.get("sequence")))));
        assertThat(answer.status()).isEqualTo(403);
    }

    private JsonNode send(Person author, Map<String, ?> more) {
        return World.shared()
                .exchange(
                        author.token(),
                        "POST",
                        "/api/conversations/" + talk + "/messages",
                        Http.JSON.writeValueAsString(body(more)))
                .expect(200)
                .body();
    }

    private static Map<String, Object> body(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("message", UuidCreator.getTimeOrderedEpoch().toString());
        body.put("text", "tea?");
        return body;
    }

    private static JsonNode get(Person who, String path, long after) {
        return World.shared()
                .exchange(who.token(), "GET", path, null, "Parley-After", Long.toString(after))
                .expect(200)
                .body();
    }

    private static JsonNode awaitReply(Device device, long position) {
        return device.await("event", frame -> frame.path("position").asLong() == position);
    }

    private static void assertReply(JsonNode frame) {
        assertThat(frame.get("name").asString()).isEqualTo("conversation.reply-sent.v1");
        assertThat(frame.get("data").get("number").asLong()).isEqualTo(-1);
        assertThat(frame.get("data").get("thread").get("number").asLong()).isEqualTo(1);
        assertThat(frame.get("data").get("content").get("text").asString()).isEqualTo("tea?");
    }
}
