package chat.parley.command.readcursor.move;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The member was shown every message up to this number.
 *
 * @param lastNumber the conversation's newest message number when the command was sent
 * @param lastReadBy if a read was recorded after this time, the command comes too soon
 * @param disclosed whether the other members are told
 */
public record MarkRead(
        ConversationId conversation, UserId member, long upTo, long lastNumber, Instant lastReadBy, boolean disclosed) {

    /** Without throttling, and told to others. */
    public MarkRead(ConversationId conversation, UserId member, long upTo, long lastNumber) {
        this(conversation, member, upTo, lastNumber, Instant.MAX, true);
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.readCursor(conversation, member);
    }
}
