package chat.parley.command.readcursor.move;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell the other members how far someone is, of which they were told nothing while they had not accepted a message request. */
public record TellReached(ConversationId conversation, UserId member) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.readCursor(conversation, member);
    }
}
