package chat.parley.command.conversation.creategroup;

import chat.parley.events.ConversationId;

/**
 * A group was created.
 *
 * @param position of its first event in the log
 */
record GroupMade(ConversationId conversation, long position) {}
