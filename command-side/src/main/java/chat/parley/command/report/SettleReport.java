package chat.parley.command.report;

import chat.parley.events.ReportSettled;
import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a report out of the queue: it was dealt with. */
record SettleReport(ReportSettled settled) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return settled.stream();
    }
}
