package chat.parley.command.conversation.sendmessage;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say something in a conversation.
 *
 * @param content normalized and within its limits, see {@link MessageText}
 */
public record SendMessage(ConversationId conversation, UserId author, MessageId message, MessageContent content) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
