package chat.parley.gateway.commands;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.time.Instant;

/**
 * What clients write. Every call returns after the commit, may be repeated without harm, and throws
 * {@link chat.parley.refusals.Refused} where it is not granted, with {@code UNAVAILABLE} where the command side cannot be reached.
 */
public interface Commands {

    Sent send(Caller caller, ConversationId conversation, MessageId message, String text);

    /**
     * Deletes a message of the caller's for everyone.
     *
     * @param sequence at which the message was recorded
     */
    Deleted delete(Caller caller, ConversationId conversation, MessageId message, long sequence);

    /** Every message up to this number is on the caller's device. Returns the position of the watermark. */
    long markReceived(Caller caller, ConversationId conversation, long upTo);

    /** Every message up to this number was shown to the caller. Returns the position of the watermark. */
    long markRead(Caller caller, ConversationId conversation, long upTo);

    /**
     * This part of the gateway keeps nothing of an erased person any more and will not get any of it again.
     *
     * @param part such as {@code fanout.3}
     */
    void forgotten(UserId account, String part);

    /**
     * How a message was recorded, the first time it came.
     *
     * @param gone whether its text is forgotten by now
     */
    record Sent(
            ConversationId conversation,
            MessageId message,
            long sequence,
            long number,
            Instant at,
            long position,
            boolean gone) {}

    /**
     * How a deletion was recorded, the first time it was asked for.
     *
     * @param sequence of the deletion
     */
    record Deleted(ConversationId conversation, MessageId message, long sequence, long position) {}
}
