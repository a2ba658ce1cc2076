package chat.parley.command.hiding;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Show someone these messages no more, and those again. */
record HideMessages(ConversationId conversation, UserId member, List<Long> hide, List<Long> show) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.hidden(conversation, member);
    }
}
