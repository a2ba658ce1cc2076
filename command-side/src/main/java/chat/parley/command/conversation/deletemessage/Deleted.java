package chat.parley.command.conversation.deletemessage;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import java.time.Instant;

/**
 * A message was deleted. Repetitions get the same answer.
 *
 * @param sequence of the deletion in the conversation's stream
 * @param position of the deletion in the log
 */
public record Deleted(ConversationId conversation, MessageId message, long sequence, Instant recorded, long position) {}
