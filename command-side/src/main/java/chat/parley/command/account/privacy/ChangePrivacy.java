package chat.parley.command.account.privacy;

import chat.parley.events.Findable;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let strangers find a person by this from now on. */
public record ChangePrivacy(UserId account, Findable findable) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
