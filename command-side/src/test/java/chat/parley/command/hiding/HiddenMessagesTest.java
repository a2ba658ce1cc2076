package chat.parley.command.hiding;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.MessagesHidden;
import chat.parley.events.NumberRange;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class HiddenMessagesTest {

    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final ConversationId TALK = DirectConversation.ofBits(1, 2);

    private final AggregateTestFixture<HiddenMessages> fixture = new AggregateTestFixture<>(HiddenMessages.class);

    @Test
    void numbersThatFollowOneAnotherAreOneRange() {
        fixture.givenNoPriorActivity()
                .when(change(List.of(7L, 5L, 6L, 9L), List.of()))
                .expectEvents(hidden(new NumberRange(5, 7), new NumberRange(9, 9)));
        fixture.given(hidden(new NumberRange(5, 7), new NumberRange(9, 9)))
                .when(change(List.of(8L), List.of()))
                .expectEvents(hidden(new NumberRange(5, 9)));
    }

    @Test
    void whatIsShownAgainLeavesWhatIsBesideIt() {
        fixture.given(hidden(new NumberRange(5, 9)))
                .when(change(List.of(), List.of(7L)))
                .expectEvents(hidden(new NumberRange(5, 6), new NumberRange(8, 9)));
        fixture.given(hidden(new NumberRange(5, 5)))
                .when(change(List.of(), List.of(5L)))
                .expectEvents(hidden());
    }

    @Test
    void whatIsSoAlreadyRecordsNothing() {
        fixture.given(hidden(new NumberRange(5, 9)))
                .when(change(List.of(6L), List.of(4L)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void moreRangesThanAnEventHoldsAreRefusedAndFewerAlwaysTaken() {
        NumberRange[] most = LongStream.rangeClosed(1, HiddenMessages.MOST_RANGES)
                .mapToObj(each -> new NumberRange(2 * each, 2 * each))
                .toArray(NumberRange[]::new);
        fixture.given(hidden(most))
                .when(change(List.of(5_000L), List.of()))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.TOO_MANY_HIDDEN.sentence());
        fixture.given(hidden(most))
                .when(change(List.of(3L), List.of()))
                .expectEvents(hidden(Stream.concat(
                                Stream.of(new NumberRange(2, 4)),
                                Stream.of(most).skip(2))
                        .toArray(NumberRange[]::new)));
    }

    private static HideMessages change(List<Long> hide, List<Long> show) {
        return new HideMessages(TALK, ALICE, hide, show);
    }

    private static MessagesHidden hidden(NumberRange... numbers) {
        return new MessagesHidden(TALK, ALICE, List.of(numbers));
    }
}
