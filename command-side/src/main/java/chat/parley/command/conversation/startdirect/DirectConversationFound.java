package chat.parley.command.conversation.startdirect;

import chat.parley.events.ConversationId;

/**
 * The direct conversation of two people.
 *
 * @param position of its first event in the log
 */
record DirectConversationFound(ConversationId conversation, long position) {}
