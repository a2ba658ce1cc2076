package chat.parley.contracts;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import java.time.Instant;

/**
 * A message is in the log; the same answer each time it is sent again.
 *
 * @param sequence its place in the conversation's stream
 * @param number its place among the conversation's messages
 * @param position its place in the log
 * @param gone whether its text is forgotten by now, so that nobody can tell whether it was the one that was sent again
 */
public record Sent(
        ConversationId conversation,
        MessageId message,
        long sequence,
        long number,
        Instant at,
        long position,
        boolean gone) {}
