package chat.parley.command.conversation.removemember;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Remove someone from a group; removing oneself is leaving.
 *
 * @param ban whether no link is to let them in again
 */
public record RemoveMember(ConversationId conversation, UserId asker, UserId member, boolean ban) {

    /** Without a ban. */
    public RemoveMember(ConversationId conversation, UserId asker, UserId member) {
        this(conversation, asker, member, false);
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
