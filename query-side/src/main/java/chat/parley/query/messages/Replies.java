package chat.parley.query.messages;

import chat.parley.events.UserId;
import chat.parley.membership.VisibleSequences;
import chat.parley.views.history.Threads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What there is in the thread about a message.
 *
 * @param count how many messages, without deleted ones; of more than 1,000 the newest are counted
 * @param gone the numbers in the thread of those among them that are deleted or not to be seen, ascending
 * @param last the number in the thread of the newest one
 * @param at when that was written
 * @param authors who wrote there, who did last first; at most 5
 */
record Replies(long count, List<Long> gone, long last, Instant at, List<UserId> authors) {

    static final int MOST = 1_000;

    private static final int MOST_AUTHORS = 5;

    /** @param entries newest first */
    static Optional<Replies> of(List<Threads.Entry> entries, VisibleSequences visible) {
        List<Threads.Entry> seen = entries.stream()
                .filter(entry -> visible.includes(entry.sequence()))
                .toList();
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Replies(
                        seen.stream().filter(entry -> !entry.gone()).count(),
                        entries.stream()
                                .filter(entry -> entry.gone() || !visible.includes(entry.sequence()))
                                .map(Threads.Entry::number)
                                .sorted()
                                .toList(),
                        seen.getFirst().number(),
                        seen.getFirst().at(),
                        seen.stream()
                                .map(Threads.Entry::author)
                                .distinct()
                                .limit(MOST_AUTHORS)
                                .toList()));
    }
}
