package chat.parley.command.readcursor;

import chat.parley.command.readcursor.move.MarkDelivered;
import chat.parley.command.readcursor.move.MarkRead;
import chat.parley.command.readcursor.move.TellReached;
import chat.parley.events.ConversationId;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ReadCursorTest {

    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 0xB));
    private static final long LAST = 9;

    private final AggregateTestFixture<ReadCursor> fixture = new AggregateTestFixture<>(ReadCursor.class);

    @Test
    void theFirstDeliveryIsRecorded() {
        fixture.givenNoPriorActivity().when(markDelivered(3)).expectEvents(delivered(3));
    }

    @Test
    void aLaterDeliveryRaisesTheWatermark() {
        fixture.given(delivered(3)).when(markDelivered(LAST)).expectEvents(delivered(LAST));
    }

    @Test
    void aDeliveryThatSaysNothingNewRecordsNothing() {
        fixture.given(delivered(3))
                .when(markDelivered(3))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(delivered(3))
                .when(markDelivered(2))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whatWasReadWasDelivered() {
        fixture.given(read(5))
                .when(markDelivered(5))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(read(5)).when(markDelivered(6)).expectEvents(delivered(6));
    }

    @Test
    void whatWasToldToNobodyIsToldOnce() {
        MessagesRead secret = new MessagesRead(CONVERSATION, BOB, 3, false);
        MessagesDelivered more = new MessagesDelivered(CONVERSATION, BOB, 5, false);
        TellReached tell = new TellReached(CONVERSATION, BOB);
        fixture.given(secret, more).when(tell).expectEvents(read(3), delivered(5));
        fixture.given(secret).when(tell).expectEvents(read(3));
        fixture.given(more).when(tell).expectEvents(delivered(5));
        fixture.given(secret, read(3))
                .when(tell)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.givenNoPriorActivity()
                .when(tell)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theFirstReadingIsRecordedWithoutADeliveryBeforeIt() {
        fixture.givenNoPriorActivity().when(markRead(3)).expectEvents(read(3));
    }

    @Test
    void whatWasDeliveredCanStillBeRead() {
        fixture.given(delivered(5)).when(markRead(4)).expectEvents(read(4));
    }

    @Test
    void readingLessThanWasDeliveredLowersNoDelivery() {
        fixture.given(delivered(5), read(4))
                .when(markDelivered(5))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aReadingThatSaysNothingNewRecordsNothing() {
        fixture.given(read(3))
                .when(markRead(3))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(read(3))
                .when(markRead(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aMessageThatIsNotThereCanNeitherBeDeliveredNorRead() {
        fixture.given(read(3))
                .when(markDelivered(LAST + 1))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.BEYOND_LAST_MESSAGE.sentence())
                .expectNoEvents();
        fixture.given(read(3))
                .when(markRead(LAST + 1))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.BEYOND_LAST_MESSAGE.sentence())
                .expectNoEvents();
    }

    @Test
    void whereReadingIsRecordedEverySoOftenWhatComesTooSoonIsRefused() {
        Instant readAt = Instant.parse("2026-03-01T09:00:00Z");
        fixture.givenCurrentTime(readAt)
                .andGiven(read(3))
                .when(new MarkRead(CONVERSATION, BOB, 4, LAST, readAt.minusMillis(1), true))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.SLOW_DOWN.sentence())
                .expectNoEvents();
        fixture.givenCurrentTime(readAt)
                .andGiven(read(3))
                .when(new MarkRead(CONVERSATION, BOB, 4, LAST, readAt, true))
                .expectEvents(read(4));
        fixture.givenCurrentTime(readAt)
                .andGiven(read(3))
                .when(new MarkRead(CONVERSATION, BOB, 3, LAST, readAt.minusMillis(1), true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static MarkDelivered markDelivered(long upTo) {
        return new MarkDelivered(CONVERSATION, BOB, upTo, LAST);
    }

    private static MarkRead markRead(long upTo) {
        return new MarkRead(CONVERSATION, BOB, upTo, LAST);
    }

    private static MessagesDelivered delivered(long upTo) {
        return new MessagesDelivered(CONVERSATION, BOB, upTo, true);
    }

    private static MessagesRead read(long upTo) {
        return new MessagesRead(CONVERSATION, BOB, upTo, true);
    }
}
