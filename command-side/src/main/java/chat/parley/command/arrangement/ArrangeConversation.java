package chat.parley.command.arrangement;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Have a conversation otherwise in one's list.
 *
 * @param now when it was asked for
 */
record ArrangeConversation(ConversationId conversation, UserId member, ArrangementChange change, Instant now) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.arrangement(conversation, member);
    }
}
