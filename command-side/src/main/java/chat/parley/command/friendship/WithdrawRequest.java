package chat.parley.command.friendship;

import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take one's own request back. */
record WithdrawRequest(Pair pair) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return pair.stream();
    }
}
