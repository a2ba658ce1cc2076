package chat.parley.command.readcursor.move;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A device of the member has every message up to this number.
 *
 * @param lastNumber the conversation's newest message number when the command was sent
 */
public record MarkDelivered(ConversationId conversation, UserId member, long upTo, long lastNumber) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.readCursor(conversation, member);
    }
}
