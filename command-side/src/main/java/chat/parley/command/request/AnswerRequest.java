package chat.parley.command.request;

import chat.parley.events.RequestAnswer;
import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Accept what somebody writes, or do not see it. */
record AnswerRequest(Asking asking, RequestAnswer answer) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.messageRequests(asking.recipient());
    }
}
