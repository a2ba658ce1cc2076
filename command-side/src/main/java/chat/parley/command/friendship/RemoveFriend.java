package chat.parley.command.friendship;

import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Be friends no longer. */
record RemoveFriend(Pair pair) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return pair.stream();
    }
}
