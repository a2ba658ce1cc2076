package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.CONVERSATION;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.send;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.conversation.call.ChangeCall;
import chat.parley.command.conversation.call.ChangeCall.Step;
import chat.parley.command.conversation.call.EndGroupCall;
import chat.parley.command.conversation.call.StartCall;
import chat.parley.events.CallChanged;
import chat.parley.events.CallChanged.Lasted;
import chat.parley.events.CallKind;
import chat.parley.events.CallState;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupMember;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRole;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {

    private static final Instant RANG = Instant.parse("2026-03-01T12:00:00Z");

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);
    private final MessageSent ringing = MessageSent.ringing(CONVERSATION, 1, ALICE, message(1), CallKind.VIDEO);

    @Test
    void aCallIsANumberedMessage() {
        fixture.given(startedBy(ALICE)).when(start(ALICE, 1, false)).expectEvents(ringing);
        fixture.given(startedBy(ALICE), ringing, changed(ALICE, CallState.CANCELLED, 0))
                .when(send(BOB, message(2), "you called?"))
                .expectEvents(sent(2, BOB, message(2), "you called?"));
    }

    @Test
    void startingTheSameCallAgainRecordsNothingAndAnotherBesideItIsRefused() {
        fixture.given(startedBy(ALICE), ringing).when(start(ALICE, 1, false)).expectNoEvents();
        refused(Reason.IN_A_CALL, start(ALICE, 2, false), startedBy(ALICE), ringing);
        refused(Reason.IN_A_CALL, start(BOB, 2, false), startedBy(ALICE), ringing, changed(BOB, CallState.ACCEPTED, 0));
    }

    @Test
    void whoeverCallsWhileTheyAreCalledAnswers() {
        fixture.given(startedBy(ALICE), ringing)
                .when(start(BOB, 2, false))
                .expectEvents(changed(BOB, CallState.ACCEPTED, 0));
    }

    @Test
    void whoIsInACallIsBusy() {
        fixture.given(startedBy(ALICE))
                .when(start(ALICE, 1, true))
                .expectEvents(ringing, changed(BOB, CallState.BUSY, 0));
        refused(
                Reason.CALL_OVER,
                change(BOB, Step.ANSWER, 0),
                startedBy(ALICE),
                ringing,
                changed(BOB, CallState.BUSY, 0));
    }

    @Test
    void callsAreBetweenTwoWhoAreThere() {
        refused(Reason.CONVERSATION_UNKNOWN, start(CAROL, 1, false), startedBy(ALICE));
        refused(
                Reason.ACCOUNT_ERASED,
                new StartCall(CONVERSATION, ALICE, message(1), CallKind.AUDIO, false, RANG, Set.of(BOB)),
                startedBy(ALICE));
    }

    @Test
    void theCallOfAGroupGoesOnFromItsBeginningAndIsNotBegunTwice() {
        fixture.given(gardeners()).when(start(BOB, 1, false)).expectEvents(ringingBy(BOB));
        fixture.given(gardeners(), ringingBy(BOB)).when(start(BOB, 1, false)).expectNoEvents();
        fixture.given(gardeners(), ringingBy(BOB))
                .when(start(ALICE, 2, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused(Reason.CONVERSATION_UNKNOWN, start(CAROL, 1, false), gardeners());
        refused(Reason.CALL_OVER, change(BOB, Step.HANG_UP, 5), gardeners(), ringingBy(BOB));
    }

    @Test
    void whoBeganItOrLeadsTheGroupEndsItForAllAndNobodyElse() {
        for (UserId member : List.of(ALICE, BOB)) {
            fixture.givenCurrentTime(RANG)
                    .andGiven(gardeners(), ringingBy(BOB))
                    .when(new EndGroupCall(CONVERSATION, message(1), member, RANG.plusSeconds(65), true))
                    .expectEvents(changed(member, CallState.COMPLETED, 65));
        }
        refused(
                Reason.NOT_PERMITTED,
                new EndGroupCall(CONVERSATION, message(1), BOB, RANG.plusSeconds(5), true),
                gardeners(),
                ringingBy(ALICE));
        refused(
                Reason.CONVERSATION_UNKNOWN,
                new EndGroupCall(CONVERSATION, message(1), CAROL, RANG.plusSeconds(5), true),
                gardeners(),
                ringingBy(ALICE));
        refused(
                Reason.CALL_OVER,
                new EndGroupCall(CONVERSATION, message(1), BOB, RANG.plusSeconds(5), true),
                gardeners());
    }

    @Test
    void whatNobodyIsInEndsAlsoWhereWhoBeganItIsGone() {
        fixture.givenCurrentTime(RANG)
                .andGiven(gardeners(), ringingBy(BOB), new MemberLeft(CONVERSATION, BOB))
                .when(new EndGroupCall(CONVERSATION, message(1), null, RANG.plusSeconds(9), true))
                .expectEvents(changed(BOB, CallState.COMPLETED, 9));
    }

    private static GroupCreated gardeners() {
        return new GroupCreated(
                CONVERSATION,
                List.of(new GroupMember(ALICE, MemberRole.OWNER), new GroupMember(BOB, MemberRole.MEMBER)),
                ALICE,
                new GroupDetails("Gardeners"));
    }

    private static MessageSent ringingBy(UserId member) {
        return MessageSent.ringing(CONVERSATION, 1, member, message(1), CallKind.VIDEO);
    }

    @ParameterizedTest
    @CsvSource({
        "B, ANSWER, ACCEPTED",
        "B, HANG_UP, DECLINED",
        "A, HANG_UP, CANCELLED",
        "A, MISS, MISSED",
        "A, GIVE_UP, CANCELLED"
    })
    void whileItRings(String who, Step step, CallState state) {
        UserId member = who.equals("A") ? ALICE : BOB;
        fixture.given(startedBy(ALICE), ringing).when(change(member, step, 5)).expectEvents(changed(member, state, 0));
    }

    @ParameterizedTest
    @CsvSource({"A, ANSWER", "B, FAIL", "B, LOSE"})
    void whatCannotBeWhileItRings(String who, Step step) {
        refused(Reason.CALL_OVER, change(who.equals("A") ? ALICE : BOB, step, 5), startedBy(ALICE), ringing);
    }

    @ParameterizedTest
    @CsvSource({"B, HANG_UP, COMPLETED", "A, HANG_UP, COMPLETED", "A, FAIL, FAILED", "A, LOSE, LOST"})
    void whileItGoesOnAndHowLongItLasted(String who, Step step, CallState state) {
        UserId member = who.equals("A") ? ALICE : BOB;
        going().when(change(member, step, 65)).expectEvents(changed(member, state, 65));
        going().when(new ChangeCall(CONVERSATION, message(1), member, step, RANG.plusSeconds(65), false))
                .expectEvents(new CallChanged(CONVERSATION, 1, 1, message(1), member, state, null));
    }

    @Test
    void whatIsAnsweredIsNotMissed() {
        going().when(change(BOB, Step.ANSWER, 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        going().when(change(ALICE, Step.MISS, 45))
                .expectException(Refused.class)
                .expectNoEvents();
        going().when(change(ALICE, Step.GIVE_UP, 45))
                .expectException(Refused.class)
                .expectNoEvents();
    }

    @Test
    void whatIsOverIsOver() {
        for (Step step : Step.values()) {
            refused(
                    Reason.CALL_OVER,
                    change(BOB, step, 9),
                    startedBy(ALICE),
                    ringing,
                    changed(ALICE, CallState.CANCELLED, 0));
        }
        refused(Reason.CONVERSATION_UNKNOWN, change(CAROL, Step.ANSWER, 0), startedBy(ALICE), ringing);
    }

    private TestExecutor<Conversation> going() {
        return fixture.givenCurrentTime(RANG).andGiven(startedBy(ALICE), ringing, changed(BOB, CallState.ACCEPTED, 0));
    }

    private void refused(Reason reason, Object command, Object... past) {
        fixture.given(past)
                .when(command)
                .expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }

    private static StartCall start(UserId caller, int message, boolean busy) {
        return new StartCall(CONVERSATION, caller, message(message), CallKind.VIDEO, busy, RANG, Set.of());
    }

    private static ChangeCall change(UserId asker, Step step, int after) {
        return new ChangeCall(CONVERSATION, message(1), asker, step, RANG.plusSeconds(after), true);
    }

    private static CallChanged changed(UserId member, CallState state, long seconds) {
        return new CallChanged(CONVERSATION, 1, 1, message(1), member, state, new Lasted(seconds));
    }
}
