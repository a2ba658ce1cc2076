package chat.parley.command.readcursor.move;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A device of the member has every message up to this number.
 *
 * @param lastNumber the conversation's newest message number when the command was sent
 * @param disclosed whether the other members are told
 */
public record MarkDelivered(ConversationId conversation, UserId member, long upTo, long lastNumber, boolean disclosed) {

    /** Told to others. */
    public MarkDelivered(ConversationId conversation, UserId member, long upTo, long lastNumber) {
        this(conversation, member, upTo, lastNumber, true);
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.readCursor(conversation, member);
    }
}
