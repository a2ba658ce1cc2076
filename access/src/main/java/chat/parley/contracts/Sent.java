package chat.parley.contracts;

import chat.parley.events.ConversationId;
import chat.parley.events.InThread;
import chat.parley.events.MessageId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message is in the log. Repetitions get the same answer.
 *
 * @param sequence its place in the conversation's stream
 * @param number its place among the conversation's messages; of one in a thread alone below zero
 * @param thread its place in a thread; absent if it is in none
 * @param position its place in the log
 * @param gone whether its text was deleted since, so that a repetition cannot be compared with it
 */
public record Sent(
        ConversationId conversation,
        MessageId message,
        long sequence,
        long number,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InThread thread,
        Instant at,
        long position,
        boolean gone) {}
