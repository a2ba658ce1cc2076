package chat.parley.command.conversation.call;

import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Call the other person of a direct conversation.
 *
 * @param message the id of the message that will stand for the call
 * @param busy whether the other is in a call elsewhere
 * @param erased the people known to be erased when the call was started
 */
public record StartCall(
        ConversationId conversation,
        UserId caller,
        MessageId message,
        CallKind kind,
        boolean busy,
        Instant now,
        Set<UserId> erased) {

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
