package chat.parley.command.conversation.creategroup;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;

/**
 * A group was created.
 *
 * @param position of its first event in the log
 * @param asked those who have to agree before they are in it
 */
record GroupMade(ConversationId conversation, long position, List<UserId> asked) {}
