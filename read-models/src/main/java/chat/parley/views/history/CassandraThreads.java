package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A small row for each place in a thread; one for each message that there is a thread about, beside those of its bucket. */
final class CassandraThreads implements Threads {

    private static final int MOST_FOLLOWED = 2_000;

    private final HistoryKeyspace.Query<ThreadRow> below;
    private final HistoryKeyspace.Query<ThreadRow> newest;
    private final HistoryKeyspace.Query<ThreadRootRow> roots;
    private final HistoryKeyspace.Query<ThreadFollowerRow> followed;
    private final HistoryKeyspace.Query<ThreadFollowerRow> followedOne;

    CassandraThreads(HistoryKeyspace keyspace) {
        this.below = entries(keyspace, "number < ? LIMIT ?");
        this.newest = entries(keyspace, "number >= ? LIMIT ?");
        this.roots = keyspace.query(
                "SELECT " + ThreadRootRow.COLUMNS
                        + " FROM %s.thread_root WHERE conversation = ? AND bucket = ? AND root >= ? AND root <= ?",
                ThreadRootRow.class);
        this.followed = keyspace.query(
                "SELECT " + ThreadFollowerRow.COLUMNS + " FROM %s.thread_follower WHERE member = ? LIMIT "
                        + MOST_FOLLOWED,
                ThreadFollowerRow.class);
        this.followedOne = keyspace.query(
                "SELECT " + ThreadFollowerRow.COLUMNS
                        + " FROM %s.thread_follower WHERE member = ? AND conversation = ? AND root = ?",
                ThreadFollowerRow.class);
    }

    private static HistoryKeyspace.Query<ThreadRow> entries(HistoryKeyspace keyspace, String which) {
        return keyspace.query(
                "SELECT " + ThreadRow.COLUMNS + " FROM %s.thread WHERE conversation = ? AND root = ? AND " + which,
                ThreadRow.class);
    }

    @Override
    public List<Entry> before(Root root, long number, int limit) {
        return entries(HistoryKeyspace.await(below.all(root.conversation().value(), root.number(), number, limit)));
    }

    @Override
    public Map<Root, List<Entry>> newest(Map<Root, Long> from, int ofEach) {
        Map<Root, CompletableFuture<List<ThreadRow>>> answers = new HashMap<>();
        from.forEach((root, number) ->
                answers.put(root, newest.all(root.conversation().value(), root.number(), number, ofEach)));
        HistoryKeyspace.awaitAll(List.copyOf(answers.values()));
        Map<Root, List<Entry>> found = new HashMap<>();
        answers.forEach((root, answer) -> {
            List<Entry> entries = entries(answer.join());
            if (!entries.isEmpty()) {
                found.put(root, entries);
            }
        });
        return found;
    }

    private static List<Entry> entries(List<ThreadRow> rows) {
        return rows.stream().flatMap(row -> row.entry().stream()).toList();
    }

    @Override
    public Set<Long> among(ConversationId conversation, Collection<Long> messages) {
        Map<Long, LongSummaryStatistics> ranges = messages.stream()
                .collect(Collectors.groupingBy(Buckets::of, Collectors.summarizingLong(Long::longValue)));
        List<CompletableFuture<List<ThreadRootRow>>> answers = new ArrayList<>();
        ranges.forEach((bucket, range) ->
                answers.add(roots.all(conversation.value(), bucket, range.getMin(), range.getMax())));
        HistoryKeyspace.awaitAll(answers);
        return answers.stream()
                .flatMap(answer -> answer.join().stream())
                .map(ThreadRootRow::root)
                .filter(messages::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Follower> followedBy(UserId member) {
        return HistoryKeyspace.await(followed.all(member.value())).stream()
                .map(ThreadFollowerRow::follower)
                .toList();
    }

    @Override
    public Optional<Follower> followedBy(UserId member, Root root) {
        return HistoryKeyspace.await(
                        followedOne.first(member.value(), root.conversation().value(), root.number()))
                .map(ThreadFollowerRow::follower);
    }
}
