package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests and frames that are nearly right. Each is answered as the documents say, never with a fault of the server's, and the
 * server serves the next person as before. A failure names its seed; {@code -Dparley.fuzz.seed} runs it again.
 */
@Tag("long")
class FuzzTest {

    private static final int REQUESTS = 2_000;
    private static final int FRAMES = 500;
    private static final int FRAMES_OF_A_SOCKET = 50;

    /** Stands for more arrays in one another than our own writer would write. */
    private static final String DEEP = "deep";

    /** Values that programs stumble over, as JSON. */
    private static final List<String> AWKWARD = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "9223372036854775807",
            "9223372036854775808",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"\\u202e\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "[]",
            "[null]",
            "{}",
            "{\"\":{}}");

    private final long seed = Long.getLong("parley.fuzz.seed", System.nanoTime());
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final String conversation = alice.conversationWith(bob);
    private final String group = alice.groupWith("Fuzz", bob);

    @BeforeEach
    void tellTheSeed(TestInfo test, TestReporter reporter) {
        reporter.publishEntry(test.getDisplayName() + ": seed", Long.toString(seed));
    }

    @AfterEach
    void theNextPersonIsServedAsBefore() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
            Person carol = Person.register(http, "carol");
            try (Device device = carol.connect()) {
                return "ack"
                        .equals(device.say(carol.conversationWith(bob), "hello")
                                .get("type")
                                .asString());
            }
        });
    }

    @Test
    void everyRequestIsAnsweredAsTheDocumentSays() {
        List<Documents.Operation> operations = Documents.operations().stream()
                // They end what the rest of the test stands on.
                .filter(operation -> !operation.path().startsWith("/api/sessions")
                        && !operation.path().equals("/api/socket"))
                .filter(operation -> !operation.path().equals("/api/me")
                        || !operation.method().equals("DELETE"))
                .toList();
        for (int i = 0; i < REQUESTS; i++) {
            Documents.Operation operation = oneOf(operations);
            String path = pathOf(operation);
            String body = operation.method().equals("GET") ? null : text(bodyFor(operation));
            String token = random.nextInt(20) == 0 ? null : alice.token();
            // Whether the answer is one of the documented is checked where it arrives.
            Http.Answer answer = http.exchange(token, operation.method(), path, body);
            assertThat(answer.status())
                    .as("seed %d: %s %s %s", seed, operation.method(), path, body)
                    .isLessThan(500);
        }
        // With someone else, because one of the requests may have blocked him.
        bob.write(bob.conversationWith(Person.register(http, "dave")), "still here");
    }

    @Test
    void everyFrameIsAnsweredOrClosesItsSocketOnly() {
        try (Device bystander = bob.connect()) {
            for (int socket = 0; socket < FRAMES / FRAMES_OF_A_SOCKET; socket++) {
                try (Device device = alice.connect()) {
                    for (int i = 0; i < FRAMES_OF_A_SOCKET && !device.isClosed(); i++) {
                        device.tryToWriteRaw(text(mutated(frame())));
                    }
                    awaitPongOrClose(device, socket);
                }
            }
            assertThat(bystander.say(conversation, "still here").get("type").asString())
                    .as("seed %d", seed)
                    .isEqualTo("ack");
        }
    }

    /** What was written before has been answered by then. */
    private void awaitPongOrClose(Device device, int socket) {
        device.tryToWriteRaw("{\"type\":\"ping\",\"id\":\"last\"}");
        Awaitility.await()
                .alias("seed %d, socket %d".formatted(seed, socket))
                .atMost(Device.PATIENCE)
                .until(() -> device.isClosed()
                        || device.told("pong").stream()
                                .anyMatch(pong -> "last".equals(pong.path("ref").asString(""))));
    }

    private String pathOf(Documents.Operation operation) {
        String path = operation.path();
        while (path.contains("{")) {
            path = path.replaceFirst(
                    "\\{[^}]+}",
                    oneOf(List.of(
                            conversation,
                            group,
                            bob.user(),
                            UUID.randomUUID().toString(),
                            "1",
                            "-1",
                            "x",
                            "%F0%9F%90%87")));
        }
        return path;
    }

    private JsonNode bodyFor(Documents.Operation operation) {
        ObjectNode body = Http.JSON.createObjectNode();
        operation.fields().forEach(field -> body.set(field, plausible()));
        return mutated(body);
    }

    private ObjectNode frame() {
        ObjectNode frame = Http.JSON.createObjectNode();
        frame.put("type", oneOf(Documents.clientFrames()));
        frame.put("id", UUID.randomUUID().toString());
        frame.put("conversation", oneOf(List.of(conversation, group)));
        frame.put("message", UuidCreator.getTimeOrderedEpoch().toString());
        frame.put("text", "hello");
        frame.putObject("upTo").put(conversation, random.nextInt(5));
        return frame;
    }

    /** What such a field might hold. */
    private JsonNode plausible() {
        return Http.JSON.valueToTree(oneOf(List.of(
                conversation,
                group,
                bob.user(),
                bob.username(),
                UuidCreator.getTimeOrderedEpoch().toString(),
                "hello",
                1,
                List.of(bob.user()),
                "🐇")));
    }

    /** The same with a field or two missing, added, or of another kind. */
    private JsonNode mutated(ObjectNode node) {
        List<String> names = new ArrayList<>(node.propertyNames());
        names.add("unheard-of");
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = oneOf(names);
            switch (random.nextInt(5)) {
                case 0 -> node.remove(name);
                case 1 -> node.put(name, "x".repeat(1 << random.nextInt(16)));
                case 2 -> node.put(name, DEEP);
                default -> node.set(name, Http.JSON.readTree(oneOf(AWKWARD)));
            }
        }
        return node;
    }

    /** Sometimes not even JSON. */
    private String text(JsonNode node) {
        int levels = random.nextInt(1, 1_500);
        String text =
                Http.JSON.writeValueAsString(node).replace('"' + DEEP + '"', "[".repeat(levels) + "]".repeat(levels));
        return switch (random.nextInt(20)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text + oneOf(AWKWARD);
            default -> text;
        };
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
