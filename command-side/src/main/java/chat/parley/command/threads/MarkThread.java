package chat.parley.command.threads;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageReference;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Read on in a thread, or choose whether to follow it.
 *
 * @param following null to leave it as it is
 * @param readUpTo the number of a message of the thread; 0 to leave it as it is
 */
record MarkThread(
        ConversationId conversation,
        UserId member,
        MessageReference root,
        @Nullable Boolean following,
        long readUpTo) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.thread(conversation, member, root.number());
    }
}
