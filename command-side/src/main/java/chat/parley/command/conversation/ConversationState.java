package chat.parley.command.conversation;

import chat.parley.events.GroupMember;
import chat.parley.events.StreamId;
import java.util.List;

/**
 * What a conversation knows, as its snapshots keep it.
 *
 * @param recent the last messages, oldest first
 * @param deleted the numbers of deleted messages, in their order
 * @param lastAbout the sequence of the newest event in which a member said something about a message, -1 before the first
 */
record ConversationState(
        StreamId stream,
        boolean group,
        List<GroupMember> members,
        long lastNumber,
        List<RecentMessages.Sent> recent,
        List<DeletedNumbers.Range> deleted,
        long lastAbout) {

    /** To be raised with every change above. */
    static final int REVISION = 4;
}
