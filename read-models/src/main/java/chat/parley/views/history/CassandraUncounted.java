package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A small row for each deleted message; who wrote which is told by the receipts, which hold what each member sent. */
final class CassandraUncounted implements Uncounted {

    private static final String MOST = " LIMIT 2000";

    /** Nobody is told of more unread messages than these hold. */
    private static final long MOST_BUCKETS = 2;

    private final HistoryKeyspace.Query<DeletionRow> deleted;
    private final HistoryKeyspace.Query<ReceiptRow> sent;

    CassandraUncounted(HistoryKeyspace keyspace) {
        this.deleted = keyspace.query(
                "SELECT " + DeletionRow.COLUMNS
                        + " FROM %s.deletion WHERE conversation = ? AND bucket = ? AND number > ? AND number <= ?"
                        + " ORDER BY number DESC" + MOST,
                DeletionRow.class);
        this.sent = keyspace.query(
                "SELECT " + ReceiptRow.COLUMNS
                        + " FROM %s.receipt WHERE conversation = ? AND bucket = ? AND kind = ? AND member = ?"
                        + " AND up_to > ? AND up_to <= ? ORDER BY kind DESC, member DESC, up_to DESC" + MOST,
                ReceiptRow.class);
    }

    @Override
    public Map<ConversationId, Set<Long>> of(Map<ConversationId, Asked> asked) {
        Map<ConversationId, List<CompletableFuture<List<Long>>>> answers = new HashMap<>();
        asked.forEach((conversation, what) -> answers.put(conversation, numbers(conversation, what)));
        HistoryKeyspace.awaitAll(answers.values().stream().flatMap(List::stream).toList());
        Map<ConversationId, Set<Long>> found = new HashMap<>();
        answers.forEach((conversation, numbers) -> {
            Set<Long> theirs = numbers.stream()
                    .flatMap(answer -> answer.join().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!theirs.isEmpty()) {
                found.put(conversation, theirs);
            }
        });
        return found;
    }

    private List<CompletableFuture<List<Long>>> numbers(ConversationId conversation, Asked asked) {
        long last = Buckets.of(asked.upTo());
        long first = Math.max(Buckets.of(asked.behind() + 1), last - MOST_BUCKETS + 1);
        List<CompletableFuture<List<Long>>> numbers = new ArrayList<>();
        LongStream.rangeClosed(first, last).forEach(bucket -> {
            numbers.add(deleted.all(conversation.value(), bucket, asked.behind(), asked.upTo())
                    .thenApply(rows -> rows.stream().map(DeletionRow::number).toList()));
            asked.silent()
                    .forEach(author -> numbers.add(sent.all(
                                    conversation.value(),
                                    bucket,
                                    Step.SENT.code(),
                                    author.value(),
                                    asked.behind(),
                                    asked.upTo())
                            .thenApply(
                                    rows -> rows.stream().map(ReceiptRow::upTo).toList())));
        });
        return numbers;
    }
}
