package chat.parley.command.block;

import chat.parley.events.BlockedPerson;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take nothing from someone any more. */
record BlockPerson(UserId blocker, BlockedPerson whom) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.blocks(blocker);
    }
}
