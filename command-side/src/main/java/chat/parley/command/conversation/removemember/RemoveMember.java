package chat.parley.command.conversation.removemember;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Remove someone from a group; removing oneself is leaving. */
public record RemoveMember(ConversationId conversation, UserId asker, UserId member) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
