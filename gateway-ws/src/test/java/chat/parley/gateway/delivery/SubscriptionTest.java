package chat.parley.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.LogId;
import chat.parley.events.MessagesRead;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.LogFrame;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.FrameMemory;
import chat.parley.gateway.outbound.Outbound;
import chat.parley.gateway.outbound.OutboundMeter;
import chat.parley.gateway.outbound.Transport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubscriptionTest {

    private static final int QUEUES = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FrameMemory memory = new FrameMemory(10_000_000);
    private final Outbound outbound = new Outbound(new Client(), Outbound.Limits.DEFAULT, new Uncounted(), memory);
    private final Subscription subscription = new Subscription(outbound);

    @Test
    void liveEventsAreDroppedBeforeTheClientSaysWhatItHas() throws InterruptedException {
        live(0, 4);
        firstVisit(5);
        live(0, 6);
        assertTold(6);
    }

    @Test
    void whatHappensDuringAReplayFollowsItOnceAndInOrder() throws InterruptedException {
        Positions from = Positions.all(QUEUES, 3);
        subscription.begin(from);
        live(0, 5);
        live(0, 7);
        subscription.replay(from, frame(4));
        subscription.replay(from, frame(5));
        subscription.caughtUp(from.atLeast(5));
        live(0, 8);
        subscription.release();
        live(0, 9);
        assertTold(4, 5, 7, 8, 9);
    }

    @Test
    void aReplayedFramesCursorIsStillWhereTheReplayBegan() throws InterruptedException {
        Positions from = Positions.all(QUEUES, 3);
        subscription.begin(from);
        subscription.replay(from, frame(4));
        await().until(() -> told.size() == 1);
        assertThat(cursorOf(told.getFirst())).isEqualTo(from);
    }

    @Test
    void anEventOfOneQueueMayBeOlderThanTheNewestOfAnother() throws InterruptedException {
        firstVisit(5);
        live(0, 9);
        live(1, 8);
        assertTold(9, 8);
        assertThat(cursorOf(told.getLast()).toArray()).containsExactly(9, 8);
    }

    @Test
    void repeatsAreDropped() throws InterruptedException {
        firstVisit(5);
        live(0, 6);
        live(0, 7);
        live(0, 6);
        live(0, 7);
        live(0, 8);
        assertTold(6, 7, 8);
    }

    @Test
    void eventsAreHeldBackFromTheMomentSomeMayBeMissing() throws InterruptedException {
        firstVisit(5);
        assertThat(subscription.wantReplay()).isTrue();
        live(0, 7);
        Positions from = subscription.beginWanted().orElseThrow();
        subscription.replay(from, frame(6));
        subscription.replay(from, frame(7));
        subscription.caughtUp(from.atLeast(7));
        subscription.release();
        assertTold(6, 7);
    }

    @Test
    void aReplayThatWasWantedWhileAnotherRanRunsToo() throws InterruptedException {
        firstVisit(5);
        subscription.wantReplay();
        Positions from = subscription.beginWanted().orElseThrow();
        subscription.wantReplay();
        live(0, 8);
        subscription.caughtUp(from.atLeast(6));
        subscription.release();
        assertThat(told).isEmpty();
        Positions again = subscription.beginWanted().orElseThrow();
        subscription.replay(again, frame(7));
        subscription.caughtUp(again.atLeast(7));
        subscription.release();
        assertTold(7, 8);
    }

    @Test
    void twoWishesNeedOneReplay() throws InterruptedException {
        firstVisit(5);
        subscription.wantReplay();
        subscription.wantReplay();
        assertThat(subscription.beginWanted()).isPresent();
        assertThat(subscription.beginWanted()).isEmpty();
    }

    @Test
    void nothingIsMissingBeforeTheClientSaysWhatItHas() {
        assertThat(subscription.wantReplay()).isFalse();
    }

    @Test
    void whatIsHeldBackCountsAsWaitingUntilItIsToldOrTheSocketIsClosed() throws InterruptedException {
        firstVisit(5);
        await().until(() -> memory.used() == 0);
        subscription.wantReplay();
        live(0, 6);
        live(0, 7);
        assertThat(memory.used()).isPositive();
        Positions from = subscription.beginWanted().orElseThrow();
        subscription.caughtUp(from.atLeast(6));
        subscription.release();
        assertTold(7);
        await().until(() -> memory.used() == 0);
        subscription.wantReplay();
        live(0, 8);
        outbound.close(CloseCode.SILENT);
        subscription.close();
        live(0, 9);
        assertThat(memory.used()).isZero();
    }

    @Test
    void aFailedReplayLeavesTheClientToAskAgain() throws InterruptedException {
        subscription.begin(Positions.all(QUEUES, 3));
        live(0, 5);
        subscription.abandon();
        live(0, 6);
        firstVisit(6);
        live(0, 7);
        assertTold(7);
    }

    @Test
    void tooMuchHeldBackClosesTheSocket() {
        subscription.begin(Positions.all(QUEUES, 3));
        for (long position = 4; position < 1_100; position++) {
            live(0, position);
        }
        assertThat(outbound.isOpen()).isFalse();
    }

    @Test
    void aPongTellsHowFarTheClientWasTold() throws InterruptedException {
        subscription.pong("1");
        firstVisit(5);
        live(1, 6);
        subscription.pong("2");
        await().until(() -> told.size() == 3);
        assertThat(JSON.readTree(told.getFirst()).has("cursor")).isFalse();
        assertThat(cursorOf(told.getLast()).toArray()).containsExactly(5, 6);
    }

    private void firstVisit(long head) throws InterruptedException {
        subscription.begin(null);
        subscription.caughtUp(Positions.all(QUEUES, head));
        subscription.release();
    }

    private void live(int queue, long position) {
        subscription.live(queue, position, frame(position));
    }

    private void assertTold(long... positions) {
        await().untilAsserted(() -> assertThat(told.stream()
                        .map(JSON::readTree)
                        .mapToLong(frame -> frame.get("position").asLong())
                        .toArray())
                .isEqualTo(positions));
    }

    private static Positions cursorOf(String frame) {
        JsonNode cursor = JSON.readTree(frame).get("cursor");
        return Positions.ofCursor(cursor.asString(), QUEUES).orElseThrow();
    }

    private static LogFrame frame(long position) {
        MessagesRead event =
                new MessagesRead(new ConversationId(new UUID(1, 1)), new UserId(new UUID(2, 2)), position, true);
        return LogFrame.of(new Envelope(
                        new EventId(new UUID(3, position)),
                        new LogId(new UUID(4, 4)),
                        event.stream(),
                        Instant.EPOCH,
                        position,
                        0,
                        event))
                .orElseThrow();
    }

    private final class Client implements Transport {

        @Override
        public void send(List<String> frames) {
            told.addAll(frames);
        }

        @Override
        public void close(CloseCode code) {
            // seen by the outbound itself
        }
    }

    private static final class Uncounted implements OutboundMeter {

        @Override
        public void written(int frames) {
            // not of interest here
        }

        @Override
        public void closed(CloseCode code) {
            // not of interest here
        }
    }
}
