package chat.parley.command.admission;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Decline an invitation, take back a request, or do not let somebody in.
 *
 * @param told who leads the group
 * @param unheard whether the person blocks who invited them
 */
record EndAdmission(ConversationId conversation, UserId person, UserId by, List<UserId> told, boolean unheard) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.admission(conversation, person);
    }
}
