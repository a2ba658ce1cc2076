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
 * @param pending whether an invitation or request is there already
 */
record SeekAdmission(
        ConversationId conversation,
        UserId person,
        UserId by,
        List<UserId> told,
        AdmissionRequest request,
        boolean pending,
        Instant now) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.admission(conversation, person);
    }
}
