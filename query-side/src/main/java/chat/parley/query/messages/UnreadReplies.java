package chat.parley.query.messages;

import chat.parley.events.NumberRanges;
import chat.parley.events.UserId;
import chat.parley.membership.VisibleSequences;
import chat.parley.views.history.Threads;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What somebody has not read of a thread.
 *
 * @param readUpTo how far they have: whoever writes has read everything before
 * @param messages in order, those behind it, without deleted ones, those they deleted for themselves and those of people whom they block
 */
record UnreadReplies(long readUpTo, List<UnreadReply> messages) {

    /**
     * @param number in the thread
     * @param message its number among all messages
     */
    record UnreadReply(long number, long message, UserId author) {}

    /** @param entries newest first */
    static UnreadReplies of(
            UserId viewer,
            List<Threads.Entry> entries,
            long seen,
            VisibleSequences visible,
            Set<UserId> blocked,
            NumberRanges hidden) {
        long readUpTo = entries.stream()
                .filter(entry -> entry.author().equals(viewer))
                .mapToLong(Threads.Entry::number)
                .findFirst()
                .orElse(0);
        long reached = Math.max(seen, readUpTo);
        return new UnreadReplies(
                reached,
                entries.stream()
                        .filter(entry -> entry.number() > reached && !entry.gone())
                        .filter(entry -> visible.includes(entry.sequence()))
                        .filter(entry -> !blocked.contains(entry.author()) && !hidden.contains(entry.message()))
                        .map(entry -> new UnreadReply(entry.number(), entry.message(), entry.author()))
                        .sorted(Comparator.comparing(UnreadReply::number))
                        .toList());
    }
}
