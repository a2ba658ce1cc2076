package chat.parley.command.friendship;

import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Do not be friends with someone who asked. */
record RejectFriendship(Pair pair) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return pair.stream();
    }
}
