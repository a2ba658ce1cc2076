package chat.parley.command.conversation;

import chat.parley.events.GroupMember;
import chat.parley.events.StreamId;
import java.util.List;

/**
 * The state of a conversation in a snapshot.
 *
 * @param recent the last messages, oldest first
 * @param deleted the numbers of deleted messages, ascending
 * @param pinned the numbers of pinned messages
 * @param lastAbout the sequence of the newest annotation of any message; -1 before the first
 */
record ConversationState(
        StreamId stream,
        boolean group,
        List<GroupMember> members,
        long lastNumber,
        List<RecentMessages.Sent> recent,
        List<DeletedNumbers.Range> deleted,
        long lastAbout,
        List<Long> pinned) {

    /** Must be raised with every change of the fields above. */
    static final int REVISION = 5;
}
