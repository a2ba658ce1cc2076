package chat.parley.command.block;

import chat.parley.events.BlockedPerson;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Block someone no longer. */
record UnblockPerson(UserId blocker, BlockedPerson whom) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.blocks(blocker);
    }
}
