package chat.parley.command.account.hold;

import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Forbid deleting or erasing a person's content from now on. */
public record PlaceLegalHold(UserId account) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
