package chat.parley.command.conversation;

import chat.parley.events.GroupMember;
import chat.parley.events.StreamId;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The state of a conversation in a snapshot.
 *
 * @param recent the last messages, oldest first
 * @param deleted the numbers of deleted messages, ascending
 * @param lastAbout the sequence of the newest annotation of any message; -1 before the first
 * @param settings of a group
 * @param opened the first sequence that those read who come now; none if they read from their coming on
 * @param closed whether nothing is written any more
 * @param pinned the numbers of pinned messages
 * @param links those that nobody has revoked
 * @param banned those whom no link lets in
 * @param muted those who may say nothing for a while, some of them over
 * @param call what rings or goes on
 * @param picture of a group that has one
 * @param deletion of a group that was deleted
 * @param lastReply the number of the newest message in a thread alone; 0 before the first
 * @param threads how far each of them goes
 */
record ConversationState(
        StreamId stream,
        boolean group,
        List<GroupMember> members,
        long lastNumber,
        List<RecentMessages.Sent> recent,
        List<DeletedNumbers.Range> deleted,
        long lastAbout,
        KeptSettings settings,
        Optional<Long> opened,
        boolean closed,
        List<Long> pinned,
        List<OpenLink> links,
        List<UserId> banned,
        List<MutedMember> muted,
        Optional<RingingCall> call,
        Optional<UploadId> picture,
        Optional<Deletion> deletion,
        long lastReply,
        List<Threads.End> threads) {

    /** Must be raised with every change of the fields above. */
    static final int REVISION = 13;
}
