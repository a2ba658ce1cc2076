package chat.parley.command.block;

import chat.parley.events.BlockedPerson;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Block someone no longer.
 *
 * @param isBlocked as of {@link BlockPerson}
 */
record UnblockPerson(UserId blocker, BlockedPerson whom, boolean isBlocked) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.blocks(blocker);
    }
}
