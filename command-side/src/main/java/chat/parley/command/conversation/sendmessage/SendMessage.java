package chat.parley.command.conversation.sendmessage;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Send a message to a conversation.
 *
 * @param content normalized and within its limits, see {@link MessageText}
 * @param erased the people known to be erased when the message was sent
 */
public record SendMessage(
        ConversationId conversation, UserId author, MessageId message, MessageContent content, Set<UserId> erased) {

    /** If nobody is erased. */
    public SendMessage(ConversationId conversation, UserId author, MessageId message, MessageContent content) {
        this(conversation, author, message, content, Set.of());
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
