package chat.parley.command.report;

import chat.parley.events.ConversationId;
import chat.parley.events.ReportEvent;
import chat.parley.events.ReportFiled;
import chat.parley.events.ReportId;
import chat.parley.events.ReportReason;
import chat.parley.events.ReportSettled;
import chat.parley.events.UserId;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));
    private static final ReportId REPORT = new ReportId(new UUID(0x6000, 1));
    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final UserId BOB = new UserId(new UUID(0, 0xB));
    private static final UserId CAROL = new UserId(new UUID(0, 0xC));

    private static final ReportFiled FILED =
            new ReportFiled(GROUP, REPORT, BOB, CAROL, 1L, 1L, List.of(ALICE), new ReportReason("why"));
    private static final ReportSettled SETTLED = new ReportSettled(GROUP, REPORT, BOB, ALICE, List.of(ALICE));

    private final AggregateTestFixture<Report> fixture = new AggregateTestFixture<>(Report.class);

    private TestExecutor<Report> given(ReportEvent... events) {
        return fixture.given((Object[]) events);
    }

    @Test
    void theSameIsReportedOnceUntilItWasDealtWith() {
        fixture.givenNoPriorActivity().when(new FileReport(FILED)).expectEvents(FILED);
        given(FILED).when(new FileReport(FILED)).expectNoEvents();
        given(FILED, SETTLED).when(new FileReport(FILED)).expectEvents(FILED);
    }

    @Test
    void whatTwoHaveDealtWithIsSettledOnce() {
        given(FILED).when(new SettleReport(SETTLED)).expectEvents(SETTLED);
        given(FILED, SETTLED).when(new SettleReport(SETTLED)).expectNoEvents();
    }
}
