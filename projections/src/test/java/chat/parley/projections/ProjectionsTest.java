package chat.parley.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Component;
import chat.parley.views.history.ConversationHead;
import chat.parley.views.history.ReceiptTimes;
import chat.parley.views.history.SealedMessage;
import chat.parley.views.history.Watermarks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the queues: what the relay publishes, or the log holds, is what the views show. */
class ProjectionsTest {

    private Running running = Running.start();
    private final Story story = running.story();

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

    private void restart() {
        running.close();
        running = Running.start();
    }

    private ConversationHead head() {
        return Objects.requireNonNull(
                running.heads().of(List.of(story.conversation)).get(story.conversation));
    }

    private Watermarks watermarks(UserId member) {
        Map<UserId, Watermarks> ofMembers = Objects.requireNonNull(running.watermarks()
                .of(Map.of(story.conversation, List.of(member)))
                .get(story.conversation));
        return Objects.requireNonNull(ofMembers.get(member));
    }

    private List<Long> numbers(ConversationId conversation) {
        return running.messages().after(conversation, 0, 5_000).stream()
                .map(SealedMessage::number)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void whatTwoPeopleDoIsShownInEveryView() throws Exception {
        String username = Story.username();
        Envelope registered = story.registered(username);
        Envelope started = story.started();
        Envelope sent = story.wrote(story.alice, "hello");
        Envelope delivered = story.delivered(story.bob, 1);
        Envelope read = story.read(story.bob, 1);
        running.publish(List.of(registered, started, sent, delivered, read));

        int queue = ConsumerGroup.HISTORY.queueOf(read.partition());
        await().until(() -> running.historyView().reached(queue) == read.position());
        await().until(() -> running.directoryView().reached(0) == registered.position());

        assertThat(head().started()).isEqualTo(started.recorded());
        assertThat(head().lastMessageAt()).isEqualTo(sent.recorded());
        assertThat(running.texts(story.conversation)).containsExactly("hello");
        assertThat(watermarks(story.alice)).isEqualTo(new Watermarks(1, 1, 1));
        assertThat(watermarks(story.bob)).isEqualTo(new Watermarks(1, 1, 1));
        assertThat(numbers(story.conversation)).containsExactly(1L);
        assertThat(running.receipts().of(story.conversation, 1, List.of(story.bob)))
                .containsEntry(story.bob, new ReceiptTimes(delivered.recorded(), read.recorded()));
        assertThat(running.directory().byUsername(username)).isPresent();
    }

    @Test
    void eventsThatComeAgainAndOutOfOrderLeaveTheSameRows() throws Exception {
        List<Envelope> events = new ArrayList<>(List.of(story.started()));
        events.addAll(story.wrote(story.alice, 20));
        events.add(story.read(story.bob, 12));
        events.addAll(story.wrote(story.bob, 5));
        Envelope last = story.delivered(story.alice, 25);
        events.add(last);
        running.publish(events);
        int queue = ConsumerGroup.HISTORY.queueOf(last.partition());
        await().until(() -> running.historyView().reached(queue) == last.position());
        ConversationHead before = head();
        Watermarks read = watermarks(story.alice);
        List<SealedMessage> messages = running.messages().after(story.conversation, 0, 100);

        long seed = System.nanoTime();
        List<Envelope> again = new ArrayList<>(events);
        again.addAll(events);
        Collections.shuffle(again, new Random(seed));
        running.publish(again);
        Envelope marker = story.delivered(story.bob, 25);
        running.publish(List.of(marker));
        await().until(() -> running.historyView().reached(queue) == marker.position());

        assertThat(running.messages().after(story.conversation, 0, 100))
                .as("seed %d", seed)
                .isEqualTo(messages);
        assertThat(head().lastMessageAt()).as("seed %d", seed).isEqualTo(before.lastMessageAt());
        assertThat(watermarks(story.alice)).as("seed %d", seed).isEqualTo(read);
    }

    @Test
    void stoppedInTheMiddleOfItsWorkItGoesOnWhereItWas() throws Exception {
        List<Envelope> events = new ArrayList<>(List.of(story.started()));
        events.addAll(story.wrote(story.alice, 1_500));
        running.publish(events);
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> !numbers(story.conversation).isEmpty());

        restart();

        await().untilAsserted(() -> assertThat(numbers(story.conversation)).isEqualTo(upTo(1_500)));
        assertThat(running.deadLetters().count(ConsumerGroup.HISTORY)).isZero();
    }

    @Test
    void aGroupWhoseQueueWasLostWhileItWasDownCatchesUpFromTheLog() throws Exception {
        Envelope started = story.started();
        int queue = ConsumerGroup.HISTORY.queueOf(started.partition());
        running.publish(List.of(started));
        await().until(() -> running.historyView().reached(queue) == started.position());
        story.wrote(story.alice, 700);
        String username = Story.username();
        story.registered(username);
        running.deleteQueue(ConsumerGroup.HISTORY.queue(queue));
        running.deleteQueue(ConsumerGroup.DIRECTORY.queue(0));

        restart();

        await().untilAsserted(() -> assertThat(numbers(story.conversation)).isEqualTo(upTo(700)));
        await().until(() -> running.directory().byUsername(username).isPresent());
        await().untilAsserted(() -> assertThat(running.directoryView().reached(0))
                .isEqualTo(running.log().head()));
        await().untilAsserted(() -> assertThat(running.historyView().reached(queue))
                .isEqualTo(running.log().head()));
    }

    @Test
    void aQueueLostWhileItIsConsumedIsMadeAnewAndCaughtUpWith() throws Exception {
        Envelope started = story.started();
        int queue = ConsumerGroup.HISTORY.queueOf(started.partition());
        List<Envelope> lost = story.wrote(story.alice, 3);

        running.deleteQueue(ConsumerGroup.HISTORY.queue(queue));

        await().untilAsserted(() -> assertThat(numbers(story.conversation)).isEqualTo(upTo(3)));
        List<Envelope> more = story.wrote(story.bob, 2);
        running.publish(more);
        await().untilAsserted(() -> assertThat(numbers(story.conversation)).isEqualTo(upTo(5)));
        running.publish(lost);
        assertThat(head().lastNumber()).isEqualTo(5);
    }

    @Test
    void whatCassandraForgetsInACrashIsStoredAgainAndWhatComesMeanwhileWaitsAndIsNotBlamed() throws Exception {
        running.publish(List.of(story.started()));
        List<Envelope> stored = story.wrote(story.alice, 20);
        List<Envelope> events = story.wrote(story.alice, 30);
        Envelope last = stored.getLast();
        int queue = ConsumerGroup.HISTORY.queueOf(last.partition());
        running.publish(stored);
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> running.historyView().reached(queue) >= last.position());
        Running.INFRASTRUCTURE.kill(Component.CASSANDRA);
        try {
            running.publish(events);
        } finally {
            Running.INFRASTRUCTURE.restart(Component.CASSANDRA);
        }

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(numbers(story.conversation)).isEqualTo(upTo(50)));
        assertThat(running.deadLetters().count(ConsumerGroup.HISTORY)).isZero();
    }
}
