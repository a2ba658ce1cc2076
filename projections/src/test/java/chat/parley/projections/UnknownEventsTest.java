package chat.parley.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import chat.parley.events.StreamId;
import chat.parley.views.Checkpoint;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Projections beside services of a build that records events they do not know. */
class UnknownEventsTest {

    private static final String TOLD_TO_MEMBERS = "{\"audience\":\"members\"}";

    private Running running = Running.start();
    private final Story story = running.story();
    private final String stream = StreamId.conversation(story.conversation).value();
    private final Envelope started = story.started();
    private final int queue = ConsumerGroup.HISTORY.queueOf(started.partition());

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @BeforeEach
    void caughtUp() throws Exception {
        await().until(running::consumes);
        running.publish(List.of(started));
        await().until(() -> running.historyView().reached(queue) >= started.position());
        settle();
    }

    /** What a test leaves behind is known to everyone who comes after it. */
    @AfterEach
    void stop() {
        settle();
        running.close();
    }

    /** Whatever is in the log by now is known to everyone. */
    private void settle() {
        Checkpoint head = Checkpoint.at(running.log().head());
        for (int each = 0; each < ConsumerGroup.HISTORY.queues(); each++) {
            running.historyCheckpoints().advance(each, head);
        }
        running.directoryView().store(List.of(), 0, head);
    }

    private void restart() {
        running.close();
        running = Running.start();
        await().until(running::consumes);
    }

    @Test
    void theCheckpointStaysBeforeAnEventToComeBackToWhileItsNeighboursAreShown() throws Exception {
        Envelope first = story.wrote(story.alice, "before");
        Envelope newer = story.newer(running.rows(), stream, TOLD_TO_MEMBERS);
        Envelope last = story.wrote(story.bob, "after");
        running.publish(List.of(first, newer, last));
        Checkpoint stopped = new Checkpoint(newer.position() - 1, last.position());
        await().untilAsserted(() -> assertThat(checkpoint()).isEqualTo(stopped));
        assertThat(texts()).containsExactly("before", "after");
        assertThat(lastSequence()).isEqualTo(last.sequence());
        JsonNode health = health();
        assertThat(health.get("status").asString()).isEqualTo("DEGRADED");
        assertThat(health.at("/details/history." + queue + "/stoppedBefore").asLong())
                .isEqualTo(newer.position());
        assertThat(health.at("/details/history." + queue + "/type").asString())
                .isEqualTo("parley.conversation.future.v1");
        assertThat(running.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(running.get("/actuator/health").statusCode()).isEqualTo(200);

        restart();
        await().untilAsserted(() -> assertThat(checkpoint().position()).isEqualTo(newer.position() - 1));
        Envelope later = story.wrote(story.bob, "later");
        running.publish(List.of(later));
        await().untilAsserted(() ->
                assertThat(checkpoint()).isEqualTo(new Checkpoint(newer.position() - 1, later.position())));
    }

    @Test
    void onceABuildThatKnowsTheEventHasStoredItEverythingGoesOnFromThere() throws Exception {
        Envelope newer = story.newer(running.rows(), stream, TOLD_TO_MEMBERS);
        Envelope next = story.wrote(story.bob, "next");
        running.publish(List.of(newer, next));
        await().until(() -> !checkpoint().isWhole());
        // As an instance of the newer build does, while this one goes on.
        running.historyCheckpoints().advance(queue, next.position());
        Envelope last = story.wrote(story.bob, "last");
        running.publish(List.of(last));
        await().untilAsserted(() -> assertThat(checkpoint().position()).isGreaterThanOrEqualTo(last.position()));
        assertThat(checkpoint().isWhole()).isTrue();
        assertThat(health().get("status").asString()).isEqualTo("UP");
        assertThat(texts()).containsExactly("next", "last");
    }

    @Test
    void whoTakesAQueueOverGoesBackToWhatWasPassedByAndIsKnownHere() throws Exception {
        Envelope known = story.wrote(story.alice, "known here");
        Envelope after = story.wrote(story.alice, "after");
        // As an instance of an earlier build left it, which did not know the first of them.
        running.historyCheckpoints().advance(queue, new Checkpoint(known.position() - 1, after.position()));
        await().untilAsserted(() -> assertThat(texts()).containsExactly("known here", "after"));
        await().untilAsserted(() -> assertThat(checkpoint().isWhole()).isTrue());
    }

    @Test
    void whatIsForgottenByAnEventThatIsNotKnownIsForgottenHereToo() throws Exception {
        Envelope kept = story.wrote(story.alice, "kept");
        Envelope gone = story.wrote(story.bob, "gone");
        Envelope last = story.wrote(story.alice, "last");
        running.publish(List.of(kept, gone, last));
        await().untilAsserted(() -> assertThat(texts()).containsExactly("kept", "gone", "last"));
        String forgets = "{\"audience\":\"members\",\"forgets\":[{\"first\":%d,\"last\":%d}]}"
                .formatted(gone.sequence(), gone.sequence());
        running.rows().forget(stream, gone.sequence());
        running.publish(List.of(story.newer(running.rows(), stream, forgets)));
        await().untilAsserted(
                        () -> assertThat(running.texts(story.conversation)).containsExactly("kept", null, "last"));
    }

    @Test
    void whoTakesAQueueOverRemembersWhatNeitherKnows() throws Exception {
        Running first = running;
        running = Running.start();
        Envelope newer;
        Envelope last;
        try {
            await().until(() -> running.consumersOf(ConsumerGroup.HISTORY, queue) == 2);
            newer = story.newer(first.rows(), stream, TOLD_TO_MEMBERS);
            Envelope next = story.wrote(story.bob, "next");
            last = story.wrote(story.bob, "last");
            first.publish(List.of(newer, next));
            await().untilAsserted(() ->
                    assertThat(checkpoint()).isEqualTo(new Checkpoint(newer.position() - 1, next.position())));
        } finally {
            first.close();
        }
        running.publish(List.of(last));
        await().untilAsserted(() ->
                assertThat(checkpoint()).isEqualTo(new Checkpoint(newer.position() - 1, last.position())));
        assertThat(texts()).containsExactly("next", "last");
    }

    @Test
    void whatNoViewHoldsAnythingOfIsCountedAndPassedBy() throws Exception {
        Envelope skippable = story.newer(running.rows(), stream, "{\"audience\":\"members\",\"skippable\":true}");
        Envelope damaged = story.damaged(running.rows());
        running.publish(List.of(skippable, damaged));
        await().untilAsserted(() -> assertThat(checkpoint()).isEqualTo(Checkpoint.at(damaged.position())));
        assertThat(lastSequence()).isEqualTo(damaged.sequence());
        assertThat(health().get("status").asString()).isEqualTo("UP");
    }

    @Test
    void eachViewStopsForItsOwnEventsAlone() throws Exception {
        Envelope ofAccount = story.newer(running.rows(), "account/" + story.alice, "{}");
        Envelope ofConversation = story.wrote(story.alice, "hello");
        running.publish(List.of(ofAccount, ofConversation));
        await().untilAsserted(() -> assertThat(checkpoint()).isEqualTo(Checkpoint.at(ofConversation.position())));
        await().untilAsserted(() -> assertThat(running.directoryView().checkpoint(0))
                .isEqualTo(new Checkpoint(ofAccount.position() - 1, ofAccount.position())));
        assertThat(health().at("/details/directory.0/type").asString()).isEqualTo("parley.account.future.v1");
    }

    private Checkpoint checkpoint() {
        return running.historyView().checkpoint(queue);
    }

    private List<String> texts() {
        return running.texts(story.conversation).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private long lastSequence() {
        return Objects.requireNonNull(
                        running.heads().of(List.of(story.conversation)).get(story.conversation))
                .lastSequence();
    }

    private JsonNode health() throws Exception {
        return JsonMapper.shared()
                .readTree(running.get("/actuator/health").body())
                .at("/components/projections");
    }
}
