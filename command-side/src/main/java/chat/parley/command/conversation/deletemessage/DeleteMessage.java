package chat.parley.command.conversation.deletemessage;

import chat.parley.events.ConversationId;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Delete a message for everyone.
 *
 * @param sequence of the message in its conversation
 * @param message as the log holds it: its author and number never change
 */
public record DeleteMessage(UserId asker, long sequence, SentMessage message) {

    public ConversationId conversation() {
        return message.conversation();
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return message.stream();
    }
}
