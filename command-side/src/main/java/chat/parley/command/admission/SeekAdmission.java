package chat.parley.command.admission;

import chat.parley.events.AdmissionRequest;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Invite someone into a group, or ask to join it.
 *
 * @param by the person themselves if they ask
 * @param told who leads the group
 * @param pending whether this one or the person has an invitation or request there already
 * @param unheard whether the person blocks who invites them
 */
record SeekAdmission(
        ConversationId conversation,
        UserId person,
        UserId by,
        List<UserId> told,
        AdmissionRequest request,
        boolean pending,
        boolean unheard,
        Instant now) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.admission(conversation, person);
    }
}
