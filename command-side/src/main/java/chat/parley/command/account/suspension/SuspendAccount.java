package chat.parley.command.account.suspension;

import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let nobody sign in with an account. */
public record SuspendAccount(UserId account) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
