package chat.parley.command.account.profile;

import chat.parley.events.ProfileDetails;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Show this of a person from now on. */
public record ChangeProfile(UserId account, ProfileDetails profile) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
