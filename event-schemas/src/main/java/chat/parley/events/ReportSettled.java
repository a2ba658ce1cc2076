package chat.parley.events;

import java.util.List;

/**
 * Somebody who leads the group has dealt with a report.
 *
 * @param by who
 */
public record ReportSettled(ConversationId conversation, ReportId report, UserId reporter, UserId by, List<UserId> told)
        implements ReportEvent {

    public ReportSettled {
        told = List.copyOf(told);
    }
}
