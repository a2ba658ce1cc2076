package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResumeTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG);

    private final People people = People.make();
    private final ConversationId conversation =
            LOG.startDirect(people.alice().user(), people.bob().user());

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void aFirstVisitIsToldWhereTheLogIsAndNothingBefore() {
        long position = LOG.say(conversation, people.alice().user(), "earlier").position();
        try (Client bob = NODE.ready(people.bob())) {
            JsonNode ready = bob.await("ready");
            assertThat(ready.get("position").asLong()).isGreaterThanOrEqualTo(position);
            assertThat(ready.get("reset").asBoolean()).isFalse();
            LOG.say(conversation, people.alice().user(), "later");
            bob.awaitTexts(conversation, "later");
        }
    }

    @Test
    void whoReturnsIsToldWhatWasMissedInOrderOnceAndBeforeReady() {
        Client before = NODE.ready(people.bob());
        LOG.say(conversation, people.alice().user(), "seen");
        before.awaitTexts(conversation, "seen");
        before.close();
        String[] missed = IntStream.range(0, 450).mapToObj(i -> "missed " + i).toArray(String[]::new);
        for (String text : missed) {
            LOG.say(conversation, people.alice().user(), text);
        }
        try (Client after = NODE.ready(people.bob(), before.cursor())) {
            after.awaitTexts(conversation, missed);
            assertThat(after.types().indexOf("ready"))
                    .isGreaterThan(after.types().lastIndexOf("event"));
            LOG.say(conversation, people.alice().user(), "live");
            after.await(
                    "event",
                    event -> event.get("data")
                            .path("content")
                            .path("text")
                            .asString("")
                            .equals("live"));
            assertThat(after.texts(conversation)).hasSize(451).doesNotHaveDuplicates();
        }
    }

    @Test
    void aCursorThatIsNoneStartsAfresh() {
        try (Client bob = NODE.ready(people.bob(), "nonsense")) {
            assertThat(bob.await("ready").get("reset").asBoolean()).isTrue();
            LOG.say(conversation, people.alice().user(), "live");
            bob.awaitTexts(conversation, "live");
        }
    }

    @Test
    void aResumeBeforeTheOneBeforeItWasAnsweredIsRefused() {
        Client before = NODE.ready(people.bob());
        before.close();
        LOG.say(conversation, people.alice().user(), "missed");
        try (Client bob = NODE.connect(people.bob())) {
            bob.await("hello");
            for (int i = 0; i < 20; i++) {
                bob.write(Map.of("type", "resume", "id", "r" + i, "cursor", before.cursor()));
            }
            bob.write(Map.of("type", "ping"));
            bob.await("pong");
            assertThat(bob.told("ready").size() + bob.told("error").size()).isEqualTo(20);
            assertThat(bob.told("error"))
                    .isNotEmpty()
                    .allMatch(error -> List.of("resume_running", "slow_down")
                            .contains(error.get("code").asString()));
            assertThat(bob.texts(conversation)).hasSameSizeAs(bob.told("ready"));
        }
    }

    @Test
    void aSocketIsResumedSoOftenAndThenToldToWait() {
        try (Client bob = NODE.connect(people.bob())) {
            for (int i = 1; i <= 10; i++) {
                int expected = i;
                bob.write(Map.of("type", "resume"));
                await().until(() -> bob.told("ready").size() == expected);
            }
            bob.write(Map.of("type", "resume", "id", "again"));
            JsonNode error = bob.await("error");
            assertThat(error.get("ref").asString()).isEqualTo("again");
            assertThat(error.get("code").asString()).isEqualTo("slow_down");
            assertThat(error.get("retryAfterMs").asLong()).isBetween(1L, 60_000L);
            LOG.say(conversation, people.alice().user(), "live");
            bob.awaitTexts(conversation, "live");
        }
    }

    @Test
    void aSocketThatWasNotResumedIsToldNothing() {
        try (Client silent = NODE.connect(people.bob());
                Client bob = NODE.ready(people.bob())) {
            LOG.say(conversation, people.alice().user(), "hello");
            bob.awaitTexts(conversation, "hello");
            assertThat(silent.told("event")).isEmpty();
        }
    }

    @Test
    void messagesSentWhileADeviceComesAndGoesReachItOnceEach() throws InterruptedException {
        Client bob = NODE.ready(people.bob());
        Thread alice = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 300; i++) {
                LOG.say(conversation, people.alice().user(), "text " + i);
            }
        });
        List<String> seen = new ArrayList<>();
        for (int visit = 0; visit < 10; visit++) {
            bob.close();
            Client next = NODE.ready(people.bob(), bob.cursor());
            seen.addAll(bob.texts(conversation));
            bob = next;
        }
        alice.join();
        Client last = bob;
        await().until(() -> last.texts(conversation).stream().anyMatch(text -> text.equals("text 299"))
                || seen.contains("text 299"));
        seen.addAll(last.texts(conversation));
        last.close();
        // What arrived between the last cursor that was read and the end of a socket comes again: a client drops it by
        // sequence.
        assertThat(seen.stream().distinct().toList())
                .containsExactly(
                        IntStream.range(0, 300).mapToObj(i -> "text " + i).toArray(String[]::new));
    }
}
