package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Two people who write to each other, and what the product holds of it. */
record ChattingPair(String conversation, Chatting first, Chatting second) implements AutoCloseable {

    private static final int PAGE = 100;

    static ChattingPair begin(Http http, Duration each) {
        Person alice = Person.register(http, "alice");
        Person bob = Person.register(http, "bob");
        String conversation = alice.conversationWith(bob);
        ChattingPair pair = new ChattingPair(
                conversation,
                Chatting.connected(alice, conversation, each),
                Chatting.connected(bob, conversation, each));
        pair.first.begin();
        pair.second.begin();
        return pair;
    }

    void finish() throws InterruptedException {
        first.finish();
        second.finish();
    }

    /** The sequence each message was acknowledged under, by its id. */
    Map<String, Long> acknowledged() {
        Map<String, Long> acknowledged = new HashMap<>(first.acknowledged());
        acknowledged.putAll(second.acknowledged());
        return acknowledged;
    }

    /** Every acknowledged message is in the log once, as acknowledged, and what is in the log is in the history once and reached both. */
    void verifyNothingIsLost() {
        List<JsonNode> log = log();
        Map<String, Long> recorded = new HashMap<>();
        for (JsonNode event : log) {
            String message = event.get("data").get("message").asString();
            assertThat(recorded.put(message, event.get("sequence").asLong()))
                    .as("recorded before: %s", message)
                    .isNull();
        }
        assertThat(recorded).containsAllEntriesOf(acknowledged());
        assertThat(history(log.getLast().get("position").asString()))
                .as("numbers in the history")
                .isEqualTo(LongStream.rangeClosed(1, log.size()).boxed().toList());
        for (Chatting each : List.of(first, second)) {
            await().atMost(Device.PATIENCE)
                    .untilAsserted(() -> assertThat(each.delivered())
                            .as("delivered over %d connections", each.connections())
                            .containsAll(recorded.values()));
        }
    }

    private List<JsonNode> log() {
        List<JsonNode> messages = new ArrayList<>();
        for (long from = 0; ; from += PAGE) {
            JsonNode events = items("/events?from=%d&to=%d".formatted(from, from + PAGE - 1));
            if (events.isEmpty()) {
                return messages;
            }
            events.valueStream()
                    .filter(event -> "conversation.message-sent.v1"
                            .equals(event.get("name").asString()))
                    .forEach(messages::add);
        }
    }

    private List<Long> history(String position) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode page = page(0, position); !page.isEmpty(); page = page(numbers.getLast(), position)) {
            page.forEach(item -> numbers.add(item.get("number").asLong()));
        }
        return numbers;
    }

    /** Messages from the history, once that holds the position. */
    JsonNode page(long after, String position) {
        return items("/messages?after=%d&limit=%d".formatted(after, PAGE), "Parley-After", position);
    }

    private JsonNode items(String path, String... headers) {
        Person asker = first.person();
        return asker.http()
                .exchange(asker.token(), "GET", "/api/conversations/" + conversation + path, null, headers)
                .expect(200)
                .body()
                .get("items");
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
