package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.GroupConsumer;
import chat.parley.events.ConversationId;
import chat.parley.events.Partition;
import chat.parley.events.StreamId;
import com.github.f4b6a3.uuid.UuidCreator;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Someone is erased, and what they wrote and were called is in no store any more; what others wrote is. */
class ErasureTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String username = "quilla_" + mark;
    private final String newName = "quince_" + mark;
    private final String about = "collects keys since " + mark;
    private final String displayName = "Quilla Zephyrine " + mark;
    private final String email = "quilla." + mark + "@example.org";
    private final String phone = "+49151" + (10_000_000 + Math.floorMod(mark.hashCode(), 80_000_000));

    private final Person alice = registered();
    private final Person bob = Person.register(World.shared(), "bob");
    private final String conversation = alice.conversationWith(bob);
    private final String queue = ConsumerGroup.HISTORY.queue(
            ConsumerGroup.HISTORY.queueOf(Partition.of(StreamId.conversation(ConversationId.of(conversation)))));

    private Person registered() {
        JsonNode answer = World.shared()
                .post(
                        null,
                        "/api/accounts",
                        Map.of(
                                "username", username,
                                "password", Person.PASSWORD,
                                "displayName", displayName,
                                "email", email,
                                "phone", phone,
                                "client", "native",
                                "device", "laptop of " + username))
                .expect(201)
                .body();
        return new Person(
                World.shared(),
                username,
                answer.get("user").asString(),
                answer.get("session").asString(),
                answer.get("accessToken").asString(),
                answer.get("refreshToken").asString());
    }

    @Test
    void noStoreHoldsAWordOfSomeoneWhoWasErased() throws Exception {
        List<String> sentences = new ArrayList<>();
        GroupConsumer history = World.bean("historyProjection", GroupConsumer.class);
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            atAlice.say(conversation, kept(sentences, "the spare key is under the blue pot"));
            String bobs = UuidCreator.getTimeOrderedEpoch().toString();
            JsonNode answer = atBob.say(conversation, bobs, "I will not tell anybody");
            stored(react(alice, bobs, answer, "\uD83E\uDDA5"));
            kept(sentences, "nobody knows what I keep in the cellar");
            atAlice.say(conversation, sentences.getLast());
            JsonNode received = atAlice.say(conversation, kept(sentences, "and this was poisoned on its way"));
            stored(received);
            poison(sentences.getLast());
            EveryStore.upload(alice.user(), kept(sentences, "a photograph of the cellar"));
            reportStranger(kept(sentences, "he asks for the key to the cellar"));
            change("profile", Map.of("username", newName, "displayName", displayName, "about", about));
            change("contact", Map.of("email", "new." + email, "phone", phone));
            history.stop();
            atAlice.say(conversation, kept(sentences, "this one is still in a queue"));
            await().atMost(Device.PATIENCE)
                    .untilAsserted(() -> assertThat(EveryStore.waitingIn(queue))
                            .anyMatch(event -> event.contains(sentences.getLast())));
            // It must be possible for this test to fail.
            assertThat(EveryStore.openedByKeys()).contains(sentences.get(0), sentences.get(1), "\uD83E\uDDA5");
            assertThat(new Words(words(sentences)).foundIn(EveryStore.contents()))
                    .noneMatch(found -> found.contains("cassandra"))
                    .anyMatch(found -> found.contains("queue " + queue))
                    .anyMatch(found -> found.contains("object"))
                    .anyMatch(found -> found.contains("directory"));

            String erasure = erase();
            await().atMost(Device.PATIENCE)
                    .untilAsserted(() -> assertThat(forgetful(erasure)).containsExactly("history", "queues"));
            await().atMost(Device.PATIENCE)
                    .untilAsserted(() -> assertThat(history(bob))
                            .extracting(item -> item.path("gone").asString(""))
                            .containsExactly("erased", "", "erased", "erased"));
            assertThat(status(erasure).get("complete").asBoolean()).isFalse();
            assertThat(new Words(sentences).foundIn(EveryStore.queues())).isNotEmpty();

            history.start();
            await().atMost(Device.PATIENCE)
                    .until(() -> status(erasure).get("complete").asBoolean());

            assertThat(new Words(words(sentences)).foundIn(EveryStore.contents()))
                    .isEmpty();
            assertThat(EveryStore.openedByKeys())
                    .contains("I will not tell anybody")
                    .doesNotContain(sentences)
                    .doesNotContain("\uD83E\uDDA5");
            assertThat(atBob.await("erased").get("account").asString()).isEqualTo(alice.user());
            assertThat(atAlice.awaitClose()).isEqualTo(4001);
            assertThat(texts(bob)).containsOnlyOnce("I will not tell anybody");
            assertThat(answer.get("number").asLong()).isEqualTo(2);
        } finally {
            if (!history.isRunning()) {
                history.start();
            }
        }
        assertNobodyCanBeHer();
    }

    @Test
    void noStoreHoldsAMessageThatWasDeleted() throws Exception {
        try (Device atAlice = bob.connect();
                Device atOther = alice.connect()) {
            String message = UuidCreator.getTimeOrderedEpoch().toString();
            String sentence = "never mind what I wrote here " + mark;
            JsonNode sent = atAlice.say(conversation, message, sentence);
            atAlice.say(conversation, "this one stays");
            stored(react(alice, message, sent, "\uD83E\uDDA9"));
            String edited = "nor what I made of it " + mark;
            stored(edit(bob, message, sent, edited));
            assertThat(EveryStore.openedByKeys()).contains(sentence, edited, "\uD83E\uDDA9");

            JsonNode deleted = World.shared()
                    .delete(
                            bob.token(),
                            "/api/conversations/" + conversation + "/messages/" + message + "?sequence="
                                    + sent.get("sequence"))
                    .expect(200)
                    .body();
            stored(deleted);

            assertThat(new Words(List.of(sentence, edited)).foundIn(EveryStore.contents()))
                    .isEmpty();
            assertThat(EveryStore.openedByKeys())
                    .contains("this one stays")
                    .doesNotContain(sentence)
                    .doesNotContain(edited)
                    .doesNotContain("\uD83E\uDDA9");
            atOther.await("event", event -> event.get("name").asString().equals("conversation.message-deleted.v1"));
            assertThat(texts(alice)).contains("this one stays").doesNotContain(sentence);
        }
    }

    private JsonNode edit(Person author, String message, JsonNode sent, String text) {
        String path = "/api/conversations/%s/messages/%s/text?sequence=%s"
                .formatted(conversation, message, sent.get("sequence"));
        return World.shared()
                .exchange(
                        author.token(),
                        "PUT",
                        path,
                        Http.JSON.writeValueAsString(Map.of("text", text, "replaces", sent.get("sequence"))))
                .expect(200)
                .body();
    }

    private JsonNode react(Person person, String message, JsonNode sent, String emoji) {
        String path = "/api/conversations/%s/messages/%s/reactions/%s?sequence=%s"
                .formatted(
                        conversation, message, URLEncoder.encode(emoji, StandardCharsets.UTF_8), sent.get("sequence"));
        return World.shared()
                .exchange(person.token(), "PUT", path, null)
                .expect(200)
                .body();
    }

    private void reportStranger(String reason) {
        change("privacy", Map.of("findable", "by_name", "writes", "friends"));
        String asked = Person.register(World.shared(), "mallory").conversationWith(alice);
        World.shared()
                .post(alice.token(), "/api/conversations/" + asked + "/request/report", Map.of("reason", reason))
                .expect(200);
        change("privacy", Map.of("findable", "by_name", "writes", "everyone"));
    }

    private void change(String what, Map<String, String> details) {
        stored(World.shared()
                .exchange(alice.token(), "PUT", "/api/me/" + what, Http.JSON.writeValueAsString(details))
                .expect(200)
                .body());
    }

    private String kept(List<String> sentences, String sentence) {
        sentences.add(sentence + " " + mark);
        return sentences.getLast();
    }

    private List<String> words(List<String> sentences) {
        List<String> words = new ArrayList<>(sentences);
        words.addAll(List.of(username, newName, displayName, about, email, phone));
        return words;
    }

    /** Puts a text into the queue that the projection can neither read nor store; so it goes to the dead letters. */
    private void poison(String text) throws Exception {
        try (Connection connection = EveryStore.amqp()) {
            Channel channel = connection.createChannel();
            channel.confirmSelect();
            for (String body :
                    List.of(text, "{\"position\":1,\"type\":\"parley.note.v9\",\"data\":\"" + text + "\"}")) {
                channel.basicPublish(
                        "", queue, MessageProperties.PERSISTENT_BASIC, body.getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie();
        }
        await().atMost(Device.PATIENCE)
                .until(() -> EveryStore.waitingIn(ConsumerGroup.HISTORY.deadLetterQueue())
                                .size()
                        >= 2);
    }

    private String erase() {
        return World.shared()
                .exchange(
                        alice.token(),
                        "DELETE",
                        "/api/me",
                        Http.JSON.writeValueAsString(Map.of("password", Person.PASSWORD)))
                .expect(202)
                .body()
                .get("erasure")
                .asString();
    }

    private static JsonNode status(String erasure) {
        return World.shared().get(null, "/api/erasures/" + erasure).expect(200).body();
    }

    /** The stores that have not forgotten yet. */
    private static List<String> forgetful(String erasure) {
        return status(erasure)
                .get("stores")
                .valueStream()
                .filter(store -> store.get("forgotten").isNull())
                .map(store -> store.get("store").asString())
                .sorted()
                .toList();
    }

    private void stored(JsonNode ack) {
        World.shared()
                .exchange(
                        bob.token(),
                        "GET",
                        "/api/conversations/" + conversation + "/messages",
                        null,
                        "Parley-After",
                        ack.get("position").asString())
                .expect(200);
    }

    private List<JsonNode> history(Person viewer) {
        return World.shared()
                .get(viewer.token(), "/api/conversations/" + conversation + "/messages?after=0")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private List<String> texts(Person viewer) {
        return history(viewer).stream()
                .map(item -> item.get("text").asString(""))
                .toList();
    }

    private void assertNobodyCanBeHer() {
        for (String name : List.of(username, newName)) {
            Map<String, String> signIn =
                    Map.of("username", name, "password", Person.PASSWORD, "client", "native", "device", "any");
            World.shared().post(null, "/api/sessions", signIn).expect(401);
            assertNobodyGets(name);
            World.shared().get(bob.token(), "/api/users/" + name).expect(404);
        }
        assertThat(World.shared().get(alice.token(), "/api/me").status()).isEqualTo(401);
        JsonNode members = World.shared()
                .get(bob.token(), "/api/conversations/" + conversation)
                .expect(200)
                .body()
                .get("members");
        assertThat(members.valueStream().filter(member -> member.path("erased").asBoolean(false)))
                .singleElement()
                .satisfies(member -> assertThat(member.get("user").asString()).isEqualTo(alice.user()));
    }

    private static void assertNobodyGets(String name) {
        Map<String, String> signUp = Map.of(
                "username", name,
                "password", "another horse battery",
                "displayName", "Someone else",
                "email", "else@example.org",
                "client", "native",
                "device", "any");
        assertThat(World.shared()
                        .post(null, "/api/accounts", signUp)
                        .expect(409)
                        .code())
                .isEqualTo("username_taken");
    }
}
