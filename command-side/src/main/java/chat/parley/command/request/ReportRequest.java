package chat.parley.command.request;

import chat.parley.events.RequestReport;
import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell those who run the deployment of what somebody writes. */
record ReportRequest(Asking asking, RequestReport content) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.messageRequests(asking.recipient());
    }
}
