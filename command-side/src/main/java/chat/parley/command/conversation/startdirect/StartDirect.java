package chat.parley.command.conversation.startdirect;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Start the one conversation of a pair.
 *
 * @param conversation as {@link DirectIds} makes it of the pair
 */
public record StartDirect(ConversationId conversation, UserId startedBy, UserId other) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
