package chat.parley.command.account.suspension;

import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let an account that was suspended be signed in with again. */
public record LiftSuspension(UserId account) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
