package chat.parley.command.conversation.startdirect;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Start the direct conversation of two people.
 *
 * @param conversation its id, from {@link DirectConversationIds}
 */
public record StartDirect(ConversationId conversation, UserId startedBy, UserId other) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
