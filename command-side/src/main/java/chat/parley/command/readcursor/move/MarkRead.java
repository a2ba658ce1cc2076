package chat.parley.command.readcursor.move;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Every message up to this number was shown to the member.
 *
 * @param lastNumber the conversation's newest message when this was asked
 */
public record MarkRead(ConversationId conversation, UserId member, long upTo, long lastNumber) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.readCursor(conversation, member);
    }
}
