package chat.parley.command.account.privacy;

import chat.parley.events.Allowed;
import chat.parley.events.Findable;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Let others find a person by this from now on, and these write to them and add them to groups.
 *
 * @param writes null to leave it as it is, as is {@code adds}
 */
public record ChangePrivacy(
        UserId account,
        Findable findable,
        @Nullable Allowed writes,
        @Nullable Allowed adds) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
