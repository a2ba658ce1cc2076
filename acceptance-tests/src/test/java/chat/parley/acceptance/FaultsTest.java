package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.infrastructure.Component;
import io.lettuce.core.RedisClient;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parts fail while people chat; nothing that was acknowledged is lost, doubled or reordered. */
class FaultsTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final String conversation = alice.conversationWith(bob);

    @Test
    void rabbitmqRestartsWhileMessagesFlow() throws Exception {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            List<String> texts =
                    IntStream.range(0, 150).mapToObj(Integer::toString).toList();
            Thread sender = Thread.ofVirtual().start(() -> texts.forEach(text -> atAlice.say(conversation, text)));
            atBob.awaitTexts(conversation, 20);
            World.INFRASTRUCTURE.restart(Component.RABBITMQ);
            sender.join();
            assertThat(atBob.awaitTexts(conversation, texts.size())).isEqualTo(texts);
            assertThat(storedTexts(atAlice.say(conversation, "last")))
                    .endsWith("149", "last")
                    .hasSize(100);
        }
    }

    @Test
    void redisIsEmptiedWhilePeopleChat() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            atAlice.say(conversation, "before");
            atBob.awaitTexts(conversation, 1);
            emptyRedis();
            atAlice.say(conversation, "after");
            assertThat(atBob.awaitTexts(conversation, 2)).containsExactly("before", "after");
            atAlice.say(conversation, "and on");
            assertThat(atBob.awaitTexts(conversation, 3)).containsExactly("before", "after", "and on");
            awaitOnline();
        }
    }

    @Test
    void redisIsAwayWhilePeopleChat() throws Exception {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            World.INFRASTRUCTURE.kill(Component.REDIS);
            atAlice.say(conversation, "without presence");
            assertThat(atBob.awaitTexts(conversation, 1)).containsExactly("without presence");
            World.INFRASTRUCTURE.restart(Component.REDIS);
            atAlice.say(conversation, "with it again");
            assertThat(atBob.awaitTexts(conversation, 2)).endsWith("with it again");
            awaitOnline();
        }
    }

    private void awaitOnline() {
        await().atMost(Device.PATIENCE)
                .untilAsserted(() -> assertThat(World.shared()
                                .get(alice.token(), "/api/users/" + bob.username())
                                .expect(200)
                                .body()
                                .get("online")
                                .asBoolean())
                        .isTrue());
    }

    /** Once the view has caught up: after a restart that may take longer than one request waits. */
    private List<String> storedTexts(JsonNode ack) {
        String path = "/api/conversations/" + conversation + "/messages?after="
                + (ack.get("number").asLong() - 100) + "&limit=100";
        String position = ack.get("position").asString();
        Http.Answer answer = await().atMost(Device.PATIENCE)
                .until(
                        () -> World.shared().exchange(alice.token(), "GET", path, null, "Parley-After", position),
                        each -> each.status() == 200);
        return answer.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("text").asString())
                .toList();
    }

    private static void emptyRedis() {
        try (RedisClient client = RedisClient.create(
                World.INFRASTRUCTURE.addresses().redis().uri().toString())) {
            client.connect().sync().flushall();
        }
    }
}
