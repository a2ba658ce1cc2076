package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two people write to each other at a steady rate: what was sent, acknowledged, delivered and stored is the same.
 * {@code -Dparley.steady.seconds=120} makes it last longer, {@code -Dparley.steady.rate=50} sets messages per second.
 */
class SteadyRateTest {

    private static final int SECONDS = Integer.getInteger("parley.steady.seconds", 10);
    private static final int PER_SECOND = Integer.getInteger("parley.steady.rate", 20);
    private static final int PAGE = 100;

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final String conversation = alice.conversationWith(bob);

    @Test
    void everythingSentIsAcknowledgedDeliveredAndStoredOnce() throws InterruptedException {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            int sent = write(List.of(atAlice, atBob));
            await().atMost(Device.PATIENCE).until(() -> atAlice.acks() + atBob.acks() >= sent);
            await().atMost(Device.PATIENCE)
                    .until(() -> atAlice.sequences(conversation).size() >= sent
                            && atBob.sequences(conversation).size() >= sent);
            List<Long> all = LongStream.rangeClosed(1, sent).boxed().toList();
            List<Long> stored = storedNumbers(sent);
            System.out.printf(
                    "steady rate: %d/s for %d s: sent %d, acknowledged %d, delivered to Alice %d and to Bob %d, stored %d%n",
                    PER_SECOND,
                    SECONDS,
                    sent,
                    atAlice.acks() + atBob.acks(),
                    atAlice.sequences(conversation).size(),
                    atBob.sequences(conversation).size(),
                    stored.size());
            assertThat(atAlice.acks() + atBob.acks()).isEqualTo(sent);
            assertThat(atAlice.sequences(conversation)).isEqualTo(all);
            assertThat(atBob.sequences(conversation)).isEqualTo(all);
            assertThat(stored).isEqualTo(all);
        }
    }

    /** Each message at its own time, whether the one before was answered or not. */
    private int write(List<Device> devices) throws InterruptedException {
        int count = SECONDS * PER_SECOND;
        long begun = System.nanoTime();
        long gap = Duration.ofSeconds(1).toNanos() / PER_SECOND;
        for (int i = 0; i < count; i++) {
            TimeUnit.NANOSECONDS.sleep(begun + i * gap - System.nanoTime());
            devices.get(i % devices.size())
                    .write(
                            "send",
                            Map.of(
                                    "conversation",
                                    conversation,
                                    "message",
                                    UuidCreator.getTimeOrderedEpoch().toString(),
                                    "text",
                                    "message " + i));
        }
        return count;
    }

    private List<Long> storedNumbers(int last) {
        await().atMost(Device.PATIENCE).until(() -> page(last - 1).size() == 1);
        List<Long> numbers = new ArrayList<>();
        for (long after = 0; after < last; after += PAGE) {
            page(after).forEach(item -> numbers.add(item.get("number").asLong()));
        }
        return numbers;
    }

    private JsonNode page(long after) {
        String path = "/api/conversations/%s/messages?after=%d&limit=%d".formatted(conversation, after, PAGE);
        return http.get(alice.token(), path).expect(200).body().get("items");
    }
}
