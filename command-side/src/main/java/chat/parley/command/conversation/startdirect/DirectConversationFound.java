package chat.parley.command.conversation.startdirect;

import chat.parley.events.ConversationId;

/**
 * The one conversation of a pair.
 *
 * @param position of its start in the log
 */
record DirectConversationFound(ConversationId conversation, long position) {}
