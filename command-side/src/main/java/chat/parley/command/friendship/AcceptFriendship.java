package chat.parley.command.friendship;

import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Be friends with someone who asked. */
record AcceptFriendship(Pair pair) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return pair.stream();
    }
}
