package chat.parley.command.report;

import chat.parley.events.ReportFiled;
import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Report a message or a member. */
record FileReport(ReportFiled report) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return report.stream();
    }
}
