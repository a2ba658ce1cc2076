package chat.parley.command.conversation.startdirect;

import chat.parley.events.ConversationId;

/**
 * The conversation of a pair is there.
 *
 * @param now whether this command made it
 * @param position of its start in the log
 */
public record Started(ConversationId conversation, boolean now, long position) {}
