package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.analytics.LogFollower;
import com.rabbitmq.client.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The consumer of docs/analytics.md, against the product. */
class AnalyticsTest {

    private static final Path EXAMPLE = Path.of("src/test/java/chat/parley/analytics/LogFollower.java");
    private static final Path DOCUMENT = Path.of("../docs/analytics.md");

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final String conversation = alice.conversationWith(bob);
    private final String queue = "warehouse." + UUID.randomUUID();

    /** Remembers every event it was given, over restarts of whoever gives them. */
    private static final class Everything implements LogFollower.View {

        private final List<JsonNode> events = new CopyOnWriteArrayList<>();

        @Override
        public long position() {
            return events.isEmpty() ? 0 : positionOf(events.getLast());
        }

        @Override
        public void apply(JsonNode event) {
            events.add(event);
        }
    }

    @Test
    void everyEventComesOnceAndInOrderWhilePeopleGoOnWritingAndTheProgramRestarts() throws Exception {
        Program analyst = Program.make(http, "analyst");
        Everything seen = new Everything();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (Device atAlice = alice.connect()) {
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; writing.get(); i++) {
                    atAlice.say(conversation, "curiouser " + i);
                }
            });
            runUntilItIsLive(analyst, "parley.analytics", seen);
            long stopped = seen.position();
            await().until(() -> newest(analyst) > stopped + 20);
            runUntilItIsLive(analyst, "parley.analytics", seen);
            writing.set(false);
            writer.join();
        }
        try (Connection rabbitmq = World.rabbitmq()) {
            new LogFollower(access(analyst, "parley.analytics"), seen).follow(rabbitmq);
            await().until(() -> seen.position() == newest(analyst));
        }
        assertThat(seen.events)
                .extracting(AnalyticsTest::positionOf)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, seen.position()).boxed().toList());
        assertThat(seen.events).asString().doesNotContain("curiouser").doesNotContain("@example.org");
        assertThat(seen.events)
                .containsExactlyElementsOf(
                        analyst.replay("?until=" + seen.position()).subList(0, seen.events.size()));
    }

    /** Until it has taken over from the replay, and more was recorded since. */
    private void runUntilItIsLive(Program program, String exchange, Everything seen) throws Exception {
        try (Connection rabbitmq = World.rabbitmq()) {
            new LogFollower(access(program, exchange), seen).follow(rabbitmq);
            long handedOver = seen.position();
            await().until(() -> seen.position() > handedOver + 20);
        }
    }

    @Test
    void whatTheQueueLostIsReplayed() throws Exception {
        Program analyst = Program.make(http, "analyst");
        Everything seen = new Everything();
        try (Device atAlice = alice.connect();
                Connection rabbitmq = World.rabbitmq()) {
            new LogFollower(access(analyst, "parley.analytics"), seen).follow(rabbitmq);
            rabbitmq.createChannel().queueUnbind(queue, "parley.analytics", "#");
            JsonNode lost = atAlice.say(conversation, "not in the queue");
            rabbitmq.createChannel().queueBind(queue, "parley.analytics", "#");
            await().until(() -> {
                atAlice.say(conversation, "in the queue");
                return seen.position() > lost.get("position").asLong();
            });
        }
        assertThat(seen.events)
                .extracting(AnalyticsTest::positionOf)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, seen.position()).boxed().toList());
    }

    @Test
    void whoMaySeeWhatPeopleWroteGetsItFromBothSources() throws Exception {
        Program reader = Program.make(http, "content");
        Everything seen = new Everything();
        try (Device atAlice = alice.connect();
                Connection rabbitmq = World.rabbitmq()) {
            atAlice.say(conversation, "from the log");
            new LogFollower(access(reader, "parley.analytics.content"), seen).follow(rabbitmq);
            atAlice.say(conversation, "from the queue");
            await().until(() -> seen.position() >= newest(reader));
        }
        assertThat(seen.events).asString().contains("from the log").contains("from the queue");
    }

    @Test
    void theDocumentShowsThisVeryConsumer() throws Exception {
        assertThat(Files.readString(DOCUMENT)).contains("```java\n" + Files.readString(EXAMPLE) + "```\n");
    }

    private LogFollower.Access access(Program program, String exchange) {
        return new LogFollower.Access(http.queries(), program.client(), program.secret(), exchange, queue);
    }

    private static long newest(Program program) {
        // The end marker tells it; few events are of this type.
        List<JsonNode> lines = program.replay("?type=parley.account.legal-hold-lifted");
        return positionOf(lines.getLast());
    }

    private static long positionOf(JsonNode line) {
        return line.get("position").asLong();
    }
}
