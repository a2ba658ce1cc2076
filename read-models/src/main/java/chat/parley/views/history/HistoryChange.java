package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Set;

/** What one event means for the history view: absolute, so that it may be written again and in any order. */
public sealed interface HistoryChange {

    /** The event's place in the log: where two changes meet in a cell, the higher one stays. */
    long position();

    record Started(
            long position,
            ConversationId conversation,
            long sequence,
            ConversationKind kind,
            Set<UserId> members,
            Instant at)
            implements HistoryChange {}

    /** What else happened in the conversation, of which nothing is shown here: it counts. */
    record Counted(long position, ConversationId conversation, long sequence) implements HistoryChange {}

    /** @param message never a deleted one: that is said by a change of its own */
    record Written(long position, Message message) implements HistoryChange {}

    /** @param sequence of the deletion itself; {@code target} and {@code number} are the message's */
    record Deleted(
            long position,
            ConversationId conversation,
            long sequence,
            long number,
            long target,
            MessageId message,
            UserId author)
            implements HistoryChange {}

    /** @param upTo every message up to this number has reached the step */
    record Reached(long position, ConversationId conversation, UserId member, ReceiptKind kind, long upTo, Instant at)
            implements HistoryChange {}
}
