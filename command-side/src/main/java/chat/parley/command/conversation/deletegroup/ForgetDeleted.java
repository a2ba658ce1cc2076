package chat.parley.command.conversation.deletegroup;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Forget the next part of a deleted group.
 *
 * @param most how many events
 */
public record ForgetDeleted(ConversationId conversation, int most) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
