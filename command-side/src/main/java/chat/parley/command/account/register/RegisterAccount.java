package chat.parley.command.account.register;

import chat.parley.events.AccountDetails;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Register an account. */
public record RegisterAccount(UserId account, AccountDetails details) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
