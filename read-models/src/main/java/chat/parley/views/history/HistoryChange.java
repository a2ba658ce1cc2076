package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one event means for the history view: absolute, so that it may be written again and in any order. */
public sealed interface HistoryChange {

    /** The event's place in the log: where two changes meet in a cell, the higher one stays. */
    long position();

    /** @param named the sequence of the event that says what it is called; null where it has no name */
    record Started(
            long position,
            ConversationId conversation,
            long sequence,
            ConversationKind kind,
            @Nullable Long named,
            Instant at)
            implements HistoryChange {}

    /** @param lastNumber of the newest message before, so that nothing up to there is unread */
    record Joined(long position, ConversationId conversation, long sequence, UserId member, long lastNumber)
            implements HistoryChange {}

    /** Something this view shows nothing of but that it happened. */
    record Happened(long position, ConversationId conversation, long sequence) implements HistoryChange {}

    /** @param message with the row of its own */
    record Written(long position, SealedMessage message, UserId author) implements HistoryChange {}

    /**
     * A message in a thread alone: the conversation counts it in its sequence and not among its messages.
     *
     * @param message with the row of its own
     */
    record Replied(long position, SealedMessage message) implements HistoryChange {}

    /**
     * A message took its place in a thread.
     *
     * @param root the number of the message that the thread is about
     * @param number of the message in the thread
     * @param message its number among all messages
     * @param followers who follow the thread for it: its author, the root's, and whom it mentions
     */
    record Threaded(
            long position,
            ConversationId conversation,
            long root,
            long number,
            long message,
            long sequence,
            UserId author,
            Instant at,
            Set<UserId> followers)
            implements HistoryChange {}

    /** A message of a thread was deleted. */
    record Unthreaded(long position, ConversationId conversation, long root, long number) implements HistoryChange {}

    /**
     * @param sequence of the deletion itself; {@code target} and {@code number} are the message's
     * @param row the deletion's, sealed, which takes the place of the message's
     */
    record Deleted(long position, ConversationId conversation, long sequence, long number, long target, byte[] row)
            implements HistoryChange {}

    /**
     * Takes the place of what the same member said in an event of the same type.
     *
     * @param sequence of the event itself
     */
    record Said(long position, long sequence, SealedAnnotation about) implements HistoryChange {}

    /**
     * Whom a message mentions from this event on.
     *
     * @param author of the message
     */
    record Mentioned(long position, ConversationId conversation, long number, UserId author, Set<UserId> members)
            implements HistoryChange {}

    /**
     * @param upTo every message up to this number has reached the step
     * @param disclosed whether others see it
     */
    record Reached(
            long position,
            ConversationId conversation,
            UserId member,
            ReceiptKind kind,
            long upTo,
            boolean disclosed,
            Instant at)
            implements HistoryChange {}
}
