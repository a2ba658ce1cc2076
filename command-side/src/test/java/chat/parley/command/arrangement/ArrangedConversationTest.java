package chat.parley.command.arrangement;

import chat.parley.events.Arrangement;
import chat.parley.events.ConversationArranged;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrangedConversationTest {

    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final ConversationId TALK = DirectConversation.ofBits(1, 2);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-03-02T12:00:00Z");

    private final AggregateTestFixture<ArrangedConversation> fixture =
            new AggregateTestFixture<>(ArrangedConversation.class);

    @Test
    void whatIsNotNamedStaysAsItWas() {
        fixture.givenNoPriorActivity()
                .when(change(null, true))
                .expectEvents(arranged(new Arrangement(null, null, true, false, false, false)));
        fixture.given(arranged(new Arrangement(null, null, true, false, false, false)))
                .when(change(TOMORROW, null))
                .expectEvents(arranged(new Arrangement(TOMORROW, null, true, false, false, false)));
        fixture.given(arranged(new Arrangement(TOMORROW, null, true, true, true, true)))
                .when(change(null, false))
                .expectEvents(arranged(new Arrangement(TOMORROW, null, false, true, true, true)));
    }

    @Test
    void eachMarkIsSetAndTakenAway() {
        fixture.givenNoPriorActivity()
                .when(asked(new ArrangementChange(null, null, null, true, true, true)))
                .expectEvents(arranged(new Arrangement(null, null, false, true, true, true)));
        fixture.given(arranged(new Arrangement(null, null, false, true, true, true)))
                .when(asked(new ArrangementChange(null, null, null, false, false, false)))
                .expectEvents(arranged(Arrangement.NONE));
    }

    @Test
    void aMuteEndsByATimeThatHasPassedAndNeverLastsBeyondTheLastYearThatIsWritten() {
        fixture.given(arranged(new Arrangement(TOMORROW, null, false, false, false, false)))
                .when(change(NOW, null))
                .expectEvents(arranged(Arrangement.NONE));
        fixture.givenNoPriorActivity()
                .when(change(Instant.MAX, null))
                .expectEvents(arranged(
                        new Arrangement(Instant.parse("9999-12-31T23:59:59Z"), null, false, false, false, false)));
    }

    @Test
    void whatIsSoAlreadyRecordsNothing() {
        fixture.givenNoPriorActivity()
                .when(change(NOW, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(arranged(new Arrangement(TOMORROW, null, true, false, false, false)))
                .when(change(TOMORROW, true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static ArrangeConversation change(@Nullable Instant mutedUntil, @Nullable Boolean pinned) {
        return asked(new ArrangementChange(mutedUntil, null, pinned, null, null, null));
    }

    private static ArrangeConversation asked(ArrangementChange change) {
        return new ArrangeConversation(TALK, ALICE, change, NOW);
    }

    private static ConversationArranged arranged(Arrangement arrangement) {
        return new ConversationArranged(TALK, ALICE, arrangement);
    }
}
