package chat.parley.command.friendship;

import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** End whatever there is between the two, because one of them blocks the other. */
record PartFrom(Pair pair) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return pair.stream();
    }
}
