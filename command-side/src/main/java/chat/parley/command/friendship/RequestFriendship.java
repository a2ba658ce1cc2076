package chat.parley.command.friendship;

import chat.parley.events.FriendRequest;
import chat.parley.events.StreamId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask someone to be one's friend, or accept where they asked oneself. */
record RequestFriendship(Pair pair, FriendRequest request, Instant now) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return pair.stream();
    }
}
