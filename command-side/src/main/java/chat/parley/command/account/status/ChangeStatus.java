package chat.parley.command.account.status;

import chat.parley.events.StatusDetails;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Show this of what a person is up to from now on. */
public record ChangeStatus(UserId account, StatusDetails status) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
