package chat.parley.command.account.hold;

import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Allow a person's content to be deleted and erased again. */
public record LiftLegalHold(UserId account) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
