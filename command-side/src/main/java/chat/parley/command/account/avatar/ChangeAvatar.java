package chat.parley.command.account.avatar;

import chat.parley.events.StreamId;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Show this picture of a person from now on.
 *
 * @param avatar null to show none
 */
public record ChangeAvatar(UserId account, @Nullable UploadId avatar) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
