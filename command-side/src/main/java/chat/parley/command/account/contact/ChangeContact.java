package chat.parley.command.account.contact;

import chat.parley.events.ContactDetails;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reach a person this way from now on. */
public record ChangeContact(UserId account, ContactDetails contact) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.account(account);
    }
}
