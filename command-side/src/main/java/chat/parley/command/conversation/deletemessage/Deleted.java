package chat.parley.command.conversation.deletemessage;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import java.time.Instant;

/**
 * A message is gone; the same answer each time its deletion is asked for.
 *
 * @param sequence of the deletion in the conversation's stream
 * @param position of the deletion in the log
 */
public record Deleted(ConversationId conversation, MessageId message, long sequence, Instant recorded, long position) {}
