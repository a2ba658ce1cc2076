package chat.parley.command.admission;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.AdmissionEnded;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.AdmissionRequest;
import chat.parley.events.AdmissionSought;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));
    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final UserId BOB = new UserId(new UUID(0, 0xB));
    private static final UserId CAROL = new UserId(new UUID(0, 0xC));
    private static final AdmissionRequest LINE = new AdmissionRequest("we met");
    private static final List<UserId> LEADING = List.of(ALICE);

    private static final AdmissionSought INVITED = sought(ALICE);
    private static final AdmissionSought ASKED = sought(CAROL);
    private static final AdmissionEnded BY_CAROL = ended(CAROL);
    private static final AdmissionEnded BY_ALICE = ended(ALICE);

    private final AggregateTestFixture<Admission> fixture = new AggregateTestFixture<>(Admission.class);

    private static AdmissionSought sought(UserId by) {
        return new AdmissionSought(GROUP, CAROL, by, LEADING, LINE);
    }

    private static AdmissionEnded ended(UserId by) {
        return new AdmissionEnded(GROUP, CAROL, by, LEADING);
    }

    private static SeekAdmission seek(UserId by, boolean pending, Instant now) {
        return new SeekAdmission(GROUP, CAROL, by, LEADING, LINE, pending, false, now);
    }

    private static EndAdmission end(UserId by) {
        return new EndAdmission(GROUP, CAROL, by, LEADING, false);
    }

    /** All at the beginning of 2026. */
    private TestExecutor<Admission> given(AdmissionEvent... events) {
        return fixture.givenCurrentTime(NOW).andGiven((Object[]) events);
    }

    private static void nothing(ResultValidator<Admission> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void refused(ResultValidator<Admission> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }

    @Test
    void someoneIsInvitedOrAsksOnce() {
        fixture.givenNoPriorActivity().when(seek(ALICE, false, NOW)).expectEvents(INVITED);
        fixture.givenNoPriorActivity().when(seek(CAROL, false, NOW)).expectEvents(ASKED);
        nothing(given(INVITED).when(seek(BOB, true, NOW)));
        nothing(given(ASKED).when(seek(CAROL, true, NOW)));
    }

    @Test
    void whoBlocksWhoInvitesThemIsNotTold() {
        AdmissionSought unheard = new AdmissionSought(GROUP, CAROL, ALICE, LEADING, true, LINE);
        fixture.givenNoPriorActivity()
                .when(new SeekAdmission(GROUP, CAROL, ALICE, LEADING, LINE, false, true, NOW))
                .expectEvents(unheard);
        given(unheard)
                .when(new EndAdmission(GROUP, CAROL, ALICE, LEADING, true))
                .expectEvents(new AdmissionEnded(GROUP, CAROL, ALICE, LEADING, true));
        assertThat(unheard.people()).containsExactly(ALICE);
        assertThat(unheard.asSent()).isEqualTo(INVITED);
        assertThat(INVITED.people()).containsExactly(CAROL, ALICE);
    }

    @Test
    void whoCameAndLeftIsInvitedAgain() {
        given(INVITED).when(seek(BOB, false, NOW)).expectEvents(sought(BOB));
    }

    @Test
    void whoDeclinedIsNotInvitedAgainUntilTheyAsk() {
        given(INVITED).when(end(CAROL)).expectEvents(BY_CAROL);
        nothing(given(INVITED, BY_CAROL).when(seek(BOB, false, NOW)));
        given(INVITED, BY_CAROL).when(seek(CAROL, false, NOW)).expectEvents(ASKED);
        given(INVITED, BY_CAROL, ASKED, BY_CAROL).when(seek(ALICE, false, NOW)).expectEvents(INVITED);
    }

    @Test
    void anInvitationThatWasTakenBackMayBeMadeAgain() {
        given(INVITED).when(end(ALICE)).expectEvents(BY_ALICE);
        given(INVITED, BY_ALICE).when(seek(BOB, false, NOW)).expectEvents(sought(BOB));
    }

    @Test
    void whoWasNotLetInAsksAgainAWeekLater() {
        given(ASKED).when(end(ALICE)).expectEvents(BY_ALICE);
        refused(given(ASKED, BY_ALICE).when(seek(CAROL, false, NOW)), Reason.ASK_LATER);
        given(ASKED, BY_ALICE)
                .when(seek(CAROL, false, NOW.plus(Admission.PAUSE)))
                .expectEvents(ASKED);
        given(ASKED, BY_ALICE).when(seek(ALICE, false, NOW)).expectEvents(INVITED);
    }

    @Test
    void whoTookTheirRequestBackAsksAgainAtOnce() {
        given(ASKED).when(end(CAROL)).expectEvents(BY_CAROL);
        given(ASKED, BY_CAROL).when(seek(CAROL, false, NOW)).expectEvents(ASKED);
    }

    @Test
    void whatIsOverIsNotEndedAgain() {
        refused(given(INVITED, BY_CAROL).when(end(CAROL)), Reason.REQUEST_GONE);
        refused(given(ASKED, BY_ALICE).when(end(ALICE)), Reason.REQUEST_GONE);
    }
}
