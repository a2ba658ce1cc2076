package chat.parley.contracts;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import java.time.Instant;

/**
 * A message is in the log. Repetitions get the same answer.
 *
 * @param sequence its place in the conversation's stream
 * @param number its place among the conversation's messages
 * @param position its place in the log
 * @param gone whether its text was deleted since, so that a repetition cannot be compared with it
 */
public record Sent(
        ConversationId conversation,
        MessageId message,
        long sequence,
        long number,
        Instant at,
        long position,
        boolean gone) {}
