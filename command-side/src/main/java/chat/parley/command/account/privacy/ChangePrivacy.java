package chat.parley.command.account.privacy;

import chat.parley.events.Allowed;
import chat.parley.events.Findable;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.events.Visibility;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Let others find a person by this from now on, these write to them and add them to groups, and these see what they show.
 *
 * @param writes null to leave it as it is, as are {@code adds} and {@code visibility}
 */
public record ChangePrivacy(
        UserId account,
        Findable findable,
        @Nullable Allowed writes,
        @Nullable Allowed adds,
        @Nullable Visibility visibility) {

    /** That leaves as it is who sees what. */
    public ChangePrivacy(UserId account, Findable findable, @Nullable Allowed writes, @Nullable Allowed adds) {
        this(account, findable, writes, adds, null);
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
