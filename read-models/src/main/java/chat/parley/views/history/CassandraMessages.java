package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Pages are number ranges; numbers are dense, so a page crosses few buckets whatever its size. Whatever number is asked for, no bucket is
 * looked at but those from the first to the one of the conversation's last number.
 */
final class CassandraMessages implements Messages {

    private final HistoryKeyspace.Query<HeadRow> head;
    private final HistoryKeyspace.Query<MessageRow> below;
    private final HistoryKeyspace.Query<MessageRow> above;
    private final HistoryKeyspace.Query<MessageRow> newest;
    private final HistoryKeyspace.Query<MessageRow> named;
    private final HistoryKeyspace.Query<AboutRow> about;
    private final HistoryKeyspace.Query<AboutRow> aboutOne;

    CassandraMessages(HistoryKeyspace keyspace) {
        this.head = keyspace.query(HeadRow.SELECT, HeadRow.class);
        this.below = messages(keyspace, "number < ? LIMIT ?");
        this.above = messages(keyspace, "number > ? ORDER BY number ASC, sequence ASC LIMIT ?");
        this.newest = messages(keyspace, "number <= ? LIMIT 1");
        this.named = messages(keyspace, "number IN ?");
        this.about = keyspace.query(
                "SELECT " + AboutRow.COLUMNS
                        + " FROM %s.about WHERE conversation = ? AND bucket = ? AND number >= ? AND number <= ?",
                AboutRow.class);
        this.aboutOne = keyspace.query(
                "SELECT " + AboutRow.COLUMNS
                        + " FROM %s.about WHERE conversation = ? AND bucket = ? AND number = ? AND type = ?",
                AboutRow.class);
    }

    private static HistoryKeyspace.Query<MessageRow> messages(HistoryKeyspace keyspace, String which) {
        return keyspace.query(
                "SELECT " + MessageRow.COLUMNS + " FROM %s.message WHERE conversation = ? AND bucket = ? AND " + which,
                MessageRow.class);
    }

    @Override
    public List<SealedAnnotation> about(ConversationId conversation, Collection<Long> numbers) {
        Map<Long, LongSummaryStatistics> ranges = numbers.stream()
                .collect(Collectors.groupingBy(Buckets::of, Collectors.summarizingLong(Long::longValue)));
        List<CompletableFuture<List<AboutRow>>> answers = new ArrayList<>();
        ranges.forEach((bucket, range) ->
                answers.add(about.all(conversation.value(), bucket, range.getMin(), range.getMax())));
        HistoryKeyspace.awaitAll(answers);
        return answers.stream()
                .flatMap(answer -> answer.join().stream())
                .filter(row -> numbers.contains(row.number()))
                .map(AboutRow::about)
                .toList();
    }

    @Override
    public List<SealedAnnotation> about(Map<ConversationId, Long> numbers, String type) {
        List<CompletableFuture<List<AboutRow>>> answers = new ArrayList<>();
        numbers.forEach((conversation, number) ->
                answers.add(aboutOne.all(conversation.value(), Buckets.of(number), number, type)));
        HistoryKeyspace.awaitAll(answers);
        return answers.stream()
                .flatMap(answer -> answer.join().stream())
                .map(AboutRow::about)
                .toList();
    }

    @Override
    public List<SealedMessage> before(ConversationId conversation, long number, int limit) {
        long top = Math.min(Math.max(number, 1) - 1, lastNumber(conversation));
        List<SealedMessage> page = new ArrayList<>();
        for (long bucket = Buckets.of(top); top > 0 && bucket >= 0 && page.size() < limit; bucket--) {
            fill(page, limit, below, conversation, bucket, top + 1);
        }
        return page;
    }

    @Override
    public List<SealedMessage> after(ConversationId conversation, long number, int limit) {
        long end = Buckets.of(lastNumber(conversation));
        List<SealedMessage> page = new ArrayList<>();
        for (long bucket = Buckets.of(Math.max(number, 0)); bucket <= end && page.size() < limit; bucket++) {
            fill(page, limit, above, conversation, bucket, number);
        }
        return page;
    }

    @Override
    public List<SealedMessage> of(ConversationId conversation, Collection<Long> numbers) {
        List<CompletableFuture<List<MessageRow>>> answers = new ArrayList<>();
        numbers.stream()
                .distinct()
                .collect(Collectors.groupingBy(Buckets::of))
                .forEach((bucket, theirs) -> answers.add(named.all(conversation.value(), bucket, theirs)));
        HistoryKeyspace.awaitAll(answers);
        return answers.stream()
                .flatMap(answer -> answer.join().stream())
                .flatMap(row -> row.message().stream())
                .toList();
    }

    /** Not just the one of that number: it may be on its way here still, behind its head. */
    @Override
    public Map<ConversationId, SealedMessage> newest(Map<ConversationId, Long> upTo) {
        Map<ConversationId, CompletableFuture<Optional<MessageRow>>> answers = new LinkedHashMap<>();
        upTo.forEach((conversation, number) ->
                answers.put(conversation, newest.first(conversation.value(), Buckets.of(number), number)));
        HistoryKeyspace.awaitAll(List.copyOf(answers.values()));
        Map<ConversationId, SealedMessage> found = new HashMap<>();
        answers.forEach((conversation, answer) ->
                answer.join().flatMap(MessageRow::message).ifPresent(message -> found.put(conversation, message)));
        return found;
    }

    private long lastNumber(ConversationId conversation) {
        return HistoryKeyspace.await(head.first(conversation.value(), Buckets.FIRST))
                .map(HeadRow::lastNumber)
                .orElse(0L);
    }

    /** Goes on in the bucket where rows are passed by, until the page is full or the bucket is at its end. */
    private static void fill(
            List<SealedMessage> page,
            int limit,
            HistoryKeyspace.Query<MessageRow> query,
            ConversationId conversation,
            long bucket,
            long number) {
        long from = number;
        while (page.size() < limit) {
            int room = limit - page.size();
            List<MessageRow> rows = HistoryKeyspace.await(query.all(conversation.value(), bucket, from, room));
            rows.forEach(row -> row.message().ifPresent(page::add));
            if (rows.size() < room) {
                return;
            }
            from = rows.getLast().number();
        }
    }
}
