package chat.parley.command.conversation;

import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Change a group, in whatever way the change defines. */
public record ChangeGroup(GroupChange change) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(change.conversation());
    }
}
