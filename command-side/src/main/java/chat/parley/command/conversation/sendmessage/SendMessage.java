package chat.parley.command.conversation.sendmessage;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say something in a conversation.
 *
 * @param content normalized and within its limits, see {@link MessageText}
 * @param erased everyone known to be erased when this was asked
 */
public record SendMessage(
        ConversationId conversation, UserId author, MessageId message, MessageContent content, Set<UserId> erased) {

    /** Where nobody was erased. */
    public SendMessage(ConversationId conversation, UserId author, MessageId message, MessageContent content) {
        this(conversation, author, message, content, Set.of());
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
