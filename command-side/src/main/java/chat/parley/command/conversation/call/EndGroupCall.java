package chat.parley.command.conversation.call;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * End the call of a group for all.
 *
 * @param asker who ends it; null where nobody is in it any more
 * @param noted whether how long it lasted is told
 */
public record EndGroupCall(
        ConversationId conversation,
        MessageId call,
        @Nullable UserId asker,
        Instant now,
        boolean noted) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
