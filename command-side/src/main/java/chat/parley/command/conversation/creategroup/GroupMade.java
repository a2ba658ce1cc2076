package chat.parley.command.conversation.creategroup;

import chat.parley.events.ConversationId;

/**
 * A group is there.
 *
 * @param position of its beginning in the log
 */
record GroupMade(ConversationId conversation, long position) {}
