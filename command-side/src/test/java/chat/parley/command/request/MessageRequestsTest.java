package chat.parley.command.request;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageRequestAnswered;
import chat.parley.events.MessageRequestReported;
import chat.parley.events.RequestAnswer;
import chat.parley.events.RequestReport;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class MessageRequestsTest {

    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final UserId BOB = new UserId(new UUID(0, 0xB));
    private static final ConversationId TALK = new ConversationId(new UUID(0, 0xC));
    private static final Asking ASKED = new Asking(ALICE, BOB, TALK, true);
    private static final Asking NOT_ASKED = new Asking(ALICE, BOB, TALK, false);
    private static final RequestReport REPORT = new RequestReport("Sells something.");
    private static final MessageRequestAnswered ACCEPTED =
            new MessageRequestAnswered(ALICE, BOB, TALK, RequestAnswer.ACCEPTED);
    private static final MessageRequestAnswered IGNORED =
            new MessageRequestAnswered(ALICE, BOB, TALK, RequestAnswer.IGNORED);
    private static final MessageRequestReported REPORTED = new MessageRequestReported(ALICE, BOB, TALK, REPORT);

    private final AggregateTestFixture<MessageRequests> fixture = new AggregateTestFixture<>(MessageRequests.class);

    @Test
    void aRequestIsAcceptedOnce() {
        fixture.givenNoPriorActivity()
                .when(new AnswerRequest(ASKED, RequestAnswer.ACCEPTED))
                .expectEvents(ACCEPTED);
        nothing(fixture.given(ACCEPTED).when(new AnswerRequest(NOT_ASKED, RequestAnswer.ACCEPTED)));
    }

    @Test
    void anIgnoredRequestIsIgnoredOnceAndMayBeAcceptedLater() {
        fixture.givenNoPriorActivity()
                .when(new AnswerRequest(ASKED, RequestAnswer.IGNORED))
                .expectEvents(IGNORED);
        nothing(fixture.given(IGNORED).when(new AnswerRequest(ASKED, RequestAnswer.IGNORED)));
        fixture.given(IGNORED)
                .when(new AnswerRequest(ASKED, RequestAnswer.ACCEPTED))
                .expectEvents(ACCEPTED);
    }

    @Test
    void whatIsNoRequestIsNotAnswered() {
        gone(fixture.givenNoPriorActivity().when(new AnswerRequest(NOT_ASKED, RequestAnswer.ACCEPTED)));
        gone(fixture.given(ACCEPTED).when(new AnswerRequest(NOT_ASKED, RequestAnswer.IGNORED)));
        gone(fixture.givenNoPriorActivity().when(new ReportRequest(NOT_ASKED, REPORT)));
    }

    @Test
    void aRequestIsReportedOnceWhateverWasAnswered() {
        fixture.given(IGNORED).when(new ReportRequest(ASKED, REPORT)).expectEvents(REPORTED);
        nothing(fixture.given(REPORTED).when(new ReportRequest(ASKED, new RequestReport(null))));
        nothing(fixture.given(new MessageRequestReported(ALICE, BOB, TALK, null))
                .when(new ReportRequest(ASKED, REPORT)));
    }

    private static void nothing(ResultValidator<MessageRequests> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void gone(ResultValidator<MessageRequests> result) {
        result.expectException(Refused.class)
                .expectExceptionMessage(Reason.REQUEST_GONE.sentence())
                .expectNoEvents();
    }
}
