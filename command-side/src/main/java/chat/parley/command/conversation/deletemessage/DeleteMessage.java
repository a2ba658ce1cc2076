package chat.parley.command.conversation.deletemessage;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take back a message for everyone.
 *
 * @param sequence at which the log holds the message
 * @param message as the log holds it: who wrote it and its number never change
 */
public record DeleteMessage(UserId asker, long sequence, MessageSent message) {

    public ConversationId conversation() {
        return message.conversation();
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return message.stream();
    }
}
