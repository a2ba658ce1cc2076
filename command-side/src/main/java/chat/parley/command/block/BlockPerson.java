package chat.parley.command.block;

import chat.parley.events.BlockedPerson;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take nothing from someone any more.
 *
 * @param isBlocked whether that is so already, as the guard row says: the person is content, which the aggregate does not see
 */
record BlockPerson(UserId blocker, BlockedPerson whom, boolean isBlocked) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.blocks(blocker);
    }
}
