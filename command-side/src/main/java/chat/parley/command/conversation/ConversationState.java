package chat.parley.command.conversation;

import chat.parley.events.GroupMember;
import chat.parley.events.StreamId;
import java.util.List;

/**
 * What a conversation knows, as its snapshots keep it.
 *
 * @param recent the last messages, oldest first
 * @param deleted the numbers of deleted messages, in their order
 */
record ConversationState(
        StreamId stream,
        boolean group,
        List<GroupMember> members,
        long lastNumber,
        List<RecentMessages.Sent> recent,
        List<DeletedNumbers.Range> deleted) {

    /** To be raised with every change above. */
    static final int REVISION = 3;
}
