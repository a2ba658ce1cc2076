package chat.parley.command.readcursor.move;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Every message up to this number was shown to the member.
 *
 * @param lastNumber the conversation's newest message when this was asked
 * @param lastReadBy where reading was recorded later than this, it is too soon to record it again
 */
public record MarkRead(ConversationId conversation, UserId member, long upTo, long lastNumber, Instant lastReadBy) {

    /** Where reading is recorded however soon it follows. */
    public MarkRead(ConversationId conversation, UserId member, long upTo, long lastNumber) {
        this(conversation, member, upTo, lastNumber, Instant.MAX);
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.readCursor(conversation, member);
    }
}
