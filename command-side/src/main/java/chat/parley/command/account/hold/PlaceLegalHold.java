package chat.parley.command.account.hold;

import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** From here on let nothing this person wrote be deleted or erased. */
public record PlaceLegalHold(UserId account) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
