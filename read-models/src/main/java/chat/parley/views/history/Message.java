package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as history shows it.
 *
 * @param number counts the conversation's messages from 1
 * @param sequence its place in the conversation's stream
 * @param text null once forgotten
 * @param at when it was recorded, with microseconds
 */
public record Message(
        ConversationId conversation,
        long number,
        long sequence,
        MessageId message,
        UserId author,
        @Nullable String text,
        Instant at) {}
