package chat.parley.command.conversation.startdirect;

import chat.parley.events.ConversationId;

/**
 * The direct conversation of two people exists.
 *
 * @param now whether this command started it
 * @param position of its first event in the log
 */
public record Started(ConversationId conversation, boolean now, long position) {}
