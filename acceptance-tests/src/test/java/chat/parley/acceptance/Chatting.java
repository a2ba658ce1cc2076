package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Someone who writes at a steady rate, as a client does that queues what it writes: each message is repeated under its id until it is
 * acknowledged, over a new connection where the old one has ended.
 */
final class Chatting implements AutoCloseable {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
    private static final Duration REPEATS_AFTER = Duration.ofMillis(200);

    private final Person person;
    private final String conversation;
    private final Duration every;
    private final List<Device> devices = new CopyOnWriteArrayList<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Thread writer = Thread.ofVirtual().unstarted(this::write);
    private volatile boolean over;
    private volatile @Nullable Throwable failure;

    private Chatting(Person person, String conversation, Duration every) {
        this.person = person;
        this.conversation = conversation;
        this.every = every;
        devices.add(person.connect());
    }

    /** Connected, and so told of everything from now on; writes nothing before {@link #begin}. */
    static Chatting connected(Person person, String conversation, Duration every) {
        return new Chatting(person, conversation, every);
    }

    void begin() {
        writer.start();
    }

    Person person() {
        return person;
    }

    /** The sequence each message was acknowledged under, by its id. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** The sequences of everything that reached this person, over whichever connection. */
    Set<Long> delivered() {
        Set<Long> sequences = new TreeSet<>();
        devices.forEach(device -> sequences.addAll(device.sequences(conversation)));
        return sequences;
    }

    int connections() {
        return devices.size();
    }

    /** Writes nothing new and returns once the last message is acknowledged. */
    void finish() throws InterruptedException {
        over = true;
        writer.join();
        assertThat(failure).as("what ended the writing").isNull();
    }

    private void write() {
        try {
            long begun = System.nanoTime();
            for (int i = 0; !over; i++) {
                TimeUnit.NANOSECONDS.sleep(begun + i * every.toNanos() - System.nanoTime());
                String message = UuidCreator.getTimeOrderedEpoch().toString();
                acknowledged.put(
                        message,
                        deliver(message, "message " + i).get("sequence").asLong());
            }
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    private JsonNode deliver(String message, String text) throws InterruptedException {
        while (true) {
            try {
                JsonNode answer = device().answer(
                                "send", Map.of("conversation", conversation, "message", message, "text", text))
                        .orTimeout(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
                if ("ack".equals(answer.get("type").asString())) {
                    return answer;
                }
                assertThat(answer.get("retryable").asBoolean())
                        .as(() -> answer.toString())
                        .isTrue();
            } catch (CompletionException notAnsweredOrNotConnected) {
                // The same again, once there is a connection.
            }
            TimeUnit.NANOSECONDS.sleep(REPEATS_AFTER.toNanos());
        }
    }

    private Device device() {
        Device newest = devices.getLast();
        if (!newest.isClosed()) {
            return newest;
        }
        try {
            devices.add(newest.reconnect());
        } catch (AssertionError | ConditionTimeoutException refusedForNow) {
            throw new CompletionException(refusedForNow);
        }
        return devices.getLast();
    }

    @Override
    public void close() {
        writer.interrupt();
        devices.forEach(Device::close);
    }
}
