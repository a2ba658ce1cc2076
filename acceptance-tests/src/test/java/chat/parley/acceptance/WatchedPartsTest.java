package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Each embedded part is killed in turn while people chat: it is started again by itself, and nothing acknowledged is lost. How long it
 * took is printed; docs/operations.md says what to expect.
 */
@Tag("process-killing")
@EnabledOnOs(OS.LINUX)
class WatchedPartsTest {

    private static final int PAIRS = 3;
    private static final int MESSAGES_PER_SECOND = 100;
    private static final Duration EACH_EVERY =
            Duration.ofSeconds(1).multipliedBy(2 * PAIRS).dividedBy(MESSAGES_PER_SECOND);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ChattingPair> pairs = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void nothingStaysBehind() {
        pairs.forEach(ChattingPair::close);
        EmbeddedInfrastructure.discard(folder.resolve("data"));
    }

    @Test
    void partsThatAreKilledComeBackAndNothingAcknowledgedIsLost() throws Exception {
        StandaloneProcess product =
                StandaloneProcess.start(folder.resolve("data"), folder.resolve("console.txt"), Map.of());
        try {
            Map<Component, Duration> back = killInTurn(product);
            System.out.printf("everything served again after a kill: %s%n", back);
            pairs.forEach(ChattingPair::verifyNothingIsLost);
            assertThat(back).containsOnlyKeys(Component.values());
        } finally {
            product.process().destroy();
            assertThat(product.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
            System.out.println(product.said());
        }
        assertThat(product.said().lines().filter(line -> line.contains("ended at")))
                .as("each part that was killed, and none that was stopped")
                .hasSize(Component.values().length)
                .allMatch(line -> line.contains("it was killed by signal 9") && line.endsWith("starting it again now"));
    }

    /** @return how long after each kill everything worked again */
    private Map<Component, Duration> killInTurn(StandaloneProcess product) throws IOException, InterruptedException {
        Map<Component, Duration> back = new EnumMap<>(Component.class);
        Http http = Http.at(product.awaitAddress());
        try (KeptObject object = KeptObject.in(product.data())) {
            for (int i = 0; i < PAIRS; i++) {
                pairs.add(ChattingPair.begin(http, EACH_EVERY));
            }
            long begun = System.nanoTime();
            for (Component part : Component.values()) {
                long killed = System.nanoTime();
                product.kill(part);
                soon().until(() -> product.said(part, "back at"));
                awaitService(pairs.getFirst(), object);
                back.put(part, Duration.ofNanos(System.nanoTime() - killed));
            }
            for (ChattingPair pair : pairs) {
                pair.finish();
            }
            int written =
                    pairs.stream().mapToInt(pair -> pair.acknowledged().size()).sum();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf("%d messages acknowledged in %s%n", written, took);
            assertThat(written).isGreaterThan((int) (0.95 * MESSAGES_PER_SECOND * took.toSeconds()));
        }
        return back;
    }

    /** One can connect, write, hear of it, read it again, see who is there, and find what was kept. */
    private static void awaitService(ChattingPair pair, KeptObject object) {
        Person alice = pair.first().person();
        Person bob = pair.second().person();
        String message = UuidCreator.getTimeOrderedEpoch().toString();
        try (Device fresh = soon().until(bob::connect, _ -> true)) {
            JsonNode ack = soon().until(
                            () -> fresh.say(pair.conversation(), message, "is anybody there?"),
                            answer -> "ack".equals(answer.get("type").asString()));
            soon().until(
                            () -> pair.first().delivered(),
                            heard -> heard.contains(ack.get("sequence").asLong()));
            soon().until(
                            () -> pair.page(
                                    ack.get("number").asLong() - 1,
                                    ack.get("position").asString()),
                            page -> message.equals(page.get(0).get("message").asString()));
        }
        soon().until(() -> alice.http()
                .get(alice.token(), "/api/users/" + bob.username())
                .expect(200)
                .body()
                .get("online")
                .asBoolean());
        soon().until(object::isThere);
    }

    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).ignoreExceptions();
    }
}
