package chat.parley.command.admission;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Become a member of a group by the invitation of one who still may add people. */
public record JoinInvited(ConversationId conversation, UserId joining, UserId invitedBy) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
