package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.database.Role;
import chat.parley.testing.TestDatabase;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two revisions of one event in one stream: everyone who reads sees the shape of today. */
class SecondRevisionTest {

    private static final String TYPE = "parley.read-cursor.read";

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final String conversation = alice.conversationWith(bob);
    private final String stream = "read-cursor/" + conversation + "/" + bob.user();
    private final JdbcClient database = database();

    @Test
    void rowsOfBothRevisionsAreReadAsTodaysEvent() throws Exception {
        List<JsonNode> queued = new CopyOnWriteArrayList<>();
        try (Device atAlice = alice.connect();
                Connection rabbitmq = World.rabbitmq()) {
            listen(rabbitmq, queued);
            for (int i = 1; i <= 3; i++) {
                atAlice.say(conversation, "message " + i);
            }
            writtenByAnEarlierBuild(2);
            read(1);
            read(2);
            assertThat(revisions())
                    .as("nothing that the first revision says already")
                    .containsExactly(1);
            read(3);
            assertThat(revisions()).containsExactly(1, 2);
            await().until(() -> queued.size() == 2);
            atAlice.awaitReceipt(conversation, bob, "read", 3);
        }
        List<JsonNode> replayed = Program.make(http, "analyst").replay("?stream=" + stream);
        assertThat(replayed.subList(0, 2)).isEqualTo(queued);
        assertThat(queued)
                .allSatisfy(event -> assertThat(event.get("type").asString()).isEqualTo(TYPE + ".v2"))
                .extracting(event -> event.get("data"))
                .containsExactly(data(2), data(3));
        await().until(() -> readAt(1).isString());
    }

    private void read(long upTo) {
        http.put(bob.token(), "/api/cursors", Map.of("read", Map.of(conversation, upTo)))
                .expect(200);
    }

    private JsonNode data(long upTo) {
        return Http.JSON.readTree("""
                {"conversation":"%s","member":"%s","upTo":%d,"disclosed":true}""".formatted(conversation, bob.user(), upTo));
    }

    private JsonNode readAt(long number) {
        return http.get(alice.token(), "/api/conversations/%s/messages/%d/receipts".formatted(conversation, number))
                .body()
                .at("/receipts/0/readAt");
    }

    private void writtenByAnEarlierBuild(long number) {
        String payload = """
                {"conversation":"%s","reader":"%s","number":%d}""".formatted(conversation, bob.user(), number);
        String metadata = """
                {"actor":"%s","session":null,"correlation":"%s","causation":null}""".formatted(bob.user(), UUID.randomUUID());
        database.sql("""
                        WITH taken AS (
                          UPDATE log.head SET position = position + 1, recorded = greatest(recorded, clock_timestamp())
                          RETURNING position, recorded)
                        INSERT INTO log.event (position, stream, sequence, event_id, type, revision, recorded, payload, metadata)
                        SELECT position, ?, 0, gen_random_uuid(), ?, 1, recorded, ?, ? FROM taken
                        """).params(stream, TYPE, bytes(payload), bytes(metadata)).update();
    }

    private List<Integer> revisions() {
        return database.sql("SELECT revision FROM log.event WHERE stream = ? ORDER BY sequence")
                .param(stream)
                .query(Integer.class)
                .list();
    }

    private void listen(Connection rabbitmq, List<JsonNode> queued) throws Exception {
        Channel channel = rabbitmq.createChannel();
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, "parley.analytics", "*.read-cursor.read.*");
        channel.basicConsume(
                queue,
                true,
                (_, delivery) -> {
                    JsonNode event = Http.JSON.readTree(delivery.getBody());
                    if (event.get("subject").asString().equals(stream)) {
                        queued.add(event);
                    }
                },
                _ -> {});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JdbcClient database() {
        return JdbcClient.create(TestDatabase.shared().as(Role.COMMAND).dataSource());
    }
}
