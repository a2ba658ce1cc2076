package chat.parley.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import chat.parley.events.MessageDeleted;
import chat.parley.events.SessionId;
import chat.parley.log.erasure.Erasure;
import chat.parley.testing.TestDatabase;
import chat.parley.views.presence.NodeId;
import chat.parley.views.presence.Socket;
import chat.parley.views.presence.SocketId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the queues: what an erased person wrote and is called is gone from every view, wherever it was at that moment. */
class ErasureTest {

    private static final Set<String> QUEUES = Stream.of(ConsumerGroup.HISTORY, ConsumerGroup.DIRECTORY)
            .flatMap(group -> IntStream.range(0, group.queues()).mapToObj(group::part))
            .collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> PARTS =
            Stream.concat(QUEUES.stream(), Stream.of("presence")).collect(Collectors.toSet());

    private final Running running = Running.start();
    private final Story story = running.story();
    private final String username = Story.username();

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @BeforeEach
    void caughtUp() {
        await().until(running::consumes);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private List<@Nullable String> texts() {
        return running.texts(story.conversation);
    }

    private Set<String> waitedFor() {
        return running.erasures().of(story.alice).orElseThrow().parts().stream()
                .filter(part -> part.forgotten() == null)
                .map(Erasure.Part::name)
                .collect(Collectors.toSet());
    }

    private Envelope erased() {
        return story.erased(running.erasures(), story.alice, PARTS);
    }

    /** Alice and bob have names and have written. */
    private List<Envelope> talk() {
        return new ArrayList<>(List.of(
                story.aliceRegistered(username),
                story.started(),
                story.wrote(story.alice, "a secret"),
                story.wrote(story.bob, "an answer")));
    }

    private void shown(List<Envelope> talk) throws Exception {
        running.publish(talk);
        await().untilAsserted(() -> assertThat(texts()).containsExactly("a secret", "an answer"));
        await().until(() -> running.directory().byUsername(username).isPresent());
    }

    @Test
    void everyViewForgetsAndSaysSoAndWhatOthersWroteStays() throws Exception {
        NodeId node = new NodeId(UUID.randomUUID());
        shown(talk());
        running.sockets()
                .closed(
                        node,
                        new Socket(
                                new SocketId(UUID.randomUUID()), story.alice, new SessionId(UUID.randomUUID()), null));

        running.publish(List.of(erased()));

        await().untilAsserted(() -> assertThat(waitedFor()).isEmpty());
        await().untilAsserted(() -> assertThat(texts()).containsExactly(null, "an answer"));
        assertThat(running.directory().byUsername(username)).isEmpty();
        assertThat(running.directory().byIds(List.of(story.alice)).erased()).containsExactly(story.alice);
        assertThat(running.presences().lastSeenOfDevices(story.alice)).isEmpty();
    }

    @Test
    void historyHoldsNothingInTheClearAndWithTheKeyAllItHoldsIsForgotten() throws Exception {
        shown(talk());
        assertThat(running.messages().after(story.conversation, 0, 100))
                .allSatisfy(message -> assertThat(new String(message.row(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("a secret", "an answer"));

        erased();

        await().untilAsserted(() -> assertThat(texts()).containsExactly(null, "an answer"));
        assertThat(waitedFor()).containsAll(QUEUES);
    }

    @Test
    void viewsForgetAtOnceButAQueueHasForgottenOnlyWhenItHasPassedTheEvent() throws Exception {
        shown(talk());
        Envelope erased = erased();

        await().untilAsserted(() -> assertThat(texts()).containsExactly(null, "an answer"));
        await().until(() -> running.directory().byUsername(username).isEmpty());
        await().untilAsserted(() -> assertThat(waitedFor()).isEqualTo(QUEUES));

        running.publish(List.of(erased));
        await().untilAsserted(() -> assertThat(waitedFor()).isEmpty());
    }

    @Test
    void whatWasStillInAQueueIsSweptWhenTheEventComesBehindIt() throws Exception {
        List<Envelope> before = talk();
        List<Envelope> queued = List.of(story.wrote(story.alice, "still in a queue"), erased());
        running.publish(before);
        running.publish(queued);
        running.publish(before);

        await().untilAsserted(() -> assertThat(waitedFor()).isEmpty());
        await().untilAsserted(() -> assertThat(texts()).containsExactly(null, "an answer", null));
        assertThat(running.directory().byUsername(username)).isEmpty();
    }

    @Test
    void aQueueThatWasLostWithTheEventInItCatchesUpAndHasForgottenToo() throws Exception {
        shown(talk());
        story.wrote(story.alice, "in the lost queue");
        erased();
        assertThat(waitedFor()).containsAll(QUEUES);

        running.deleteQueue(ConsumerGroup.DIRECTORY.queue(0));
        for (int queue = 0; queue < ConsumerGroup.HISTORY.queues(); queue++) {
            running.deleteQueue(ConsumerGroup.HISTORY.queue(queue));
        }

        await().untilAsserted(() -> assertThat(waitedFor()).isEmpty());
        await().untilAsserted(() -> assertThat(texts()).containsExactly(null, "an answer", null));
    }

    @Test
    void anErasureThatCouldNotBeSweptIsWaitedForUntilItIsAskedForAgain() throws Exception {
        shown(talk());
        TestDatabase.shared()
                .asSuperuser(
                        "ALTER TABLE directory_1.user_entry ADD CONSTRAINT refused CHECK (id <> '%s' OR NOT erased)"
                                .formatted(story.alice));
        try {
            running.publish(List.of(erased()));
            await().until(() -> running.deadLetters().count(ConsumerGroup.DIRECTORY) == 1);
            await().untilAsserted(() -> assertThat(waitedFor()).containsExactly("directory.0"));
        } finally {
            TestDatabase.shared().asSuperuser("ALTER TABLE directory_1.user_entry DROP CONSTRAINT refused");
        }

        assertThat(running.post("/actuator/deadletters/directory").body()).isEqualTo("{\"stored\":1,\"remaining\":0}");
        assertThat(waitedFor()).isEmpty();
        assertThat(running.directory().byUsername(username)).isEmpty();
    }

    @Test
    void aDeletedMessageLosesItsTextAndKeepsItsPlace() throws Exception {
        List<Envelope> talk = talk();
        shown(talk);

        running.publish(List.of(story.deleted(talk.get(2))));

        await().untilAsserted(() -> assertThat(texts()).containsExactly(null, "an answer"));
        assertThat(running.opened(story.conversation).getFirst().orElseThrow()).isInstanceOf(MessageDeleted.class);
        await().untilAsserted(() -> assertThat(running.heads().of(List.of(story.conversation)))
                .hasEntrySatisfying(
                        story.conversation,
                        head -> assertThat(head.lastSequence()).isEqualTo(3)));
    }
}
