package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message reached a step when its member's first watermark at or above the message's number did. */
final class CassandraReceipts implements Receipts {

    private final CassandraMemberWatermarks watermarks;
    private final HistoryKeyspace.Query<ReceiptRow> firstStep;

    CassandraReceipts(HistoryKeyspace keyspace, CassandraMemberWatermarks watermarks) {
        this.watermarks = watermarks;
        this.firstStep = keyspace.query(
                "SELECT " + ReceiptRow.COLUMNS + " FROM %s.receipt"
                        + " WHERE conversation = ? AND bucket = ? AND kind = ? AND member = ? AND up_to >= ? LIMIT 1",
                ReceiptRow.class);
    }

    @Override
    public Map<UserId, ReceiptTimes> of(ConversationId conversation, long number, Collection<UserId> members) {
        if (number < 1) {
            // No message has such a number, and its bucket would be far below the first.
            return members.stream().collect(Collectors.toMap(member -> member, _ -> new ReceiptTimes(null, null)));
        }
        Map<UserId, WatermarkRow> reached = watermarks.reached(conversation, members);
        Map<Wanted, CompletableFuture<Optional<Instant>>> answers = new LinkedHashMap<>();
        for (UserId member : members) {
            for (Step step : Step.values()) {
                WatermarkRow row = reached.get(member);
                long upTo = row == null ? 0 : row.upTo(Watermark.of(step));
                answers.put(
                        new Wanted(member, step),
                        firstAt(conversation, step, member, number, Buckets.of(number), Buckets.of(upTo)));
            }
        }
        HistoryKeyspace.awaitAll(List.copyOf(answers.values()));
        return times(members, answers);
    }

    private record Wanted(UserId member, Step step) {}

    /** Looks bucket by bucket from the message's own, as far as the member has come at all. */
    private CompletableFuture<Optional<Instant>> firstAt(
            ConversationId conversation, Step step, UserId member, long number, long bucket, long lastBucket) {
        if (bucket > lastBucket) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return firstStep
                .first(conversation.value(), bucket, step.code(), member.value(), number)
                .thenCompose(row -> row.isPresent()
                        ? CompletableFuture.completedFuture(row.map(ReceiptRow::at))
                        : firstAt(conversation, step, member, number, bucket + 1, lastBucket));
    }

    private static Map<UserId, ReceiptTimes> times(
            Collection<UserId> members, Map<Wanted, CompletableFuture<Optional<Instant>>> answers) {
        Map<UserId, ReceiptTimes> times = new HashMap<>();
        for (UserId member : members) {
            @Nullable Instant sent = at(answers, member, Step.SENT);
            @Nullable Instant read = earlier(at(answers, member, Step.READ), sent);
            times.put(member, new ReceiptTimes(earlier(at(answers, member, Step.DELIVERED), read), read));
        }
        return times;
    }

    private static @Nullable Instant at(
            Map<Wanted, CompletableFuture<Optional<Instant>>> answers, UserId member, Step step) {
        CompletableFuture<Optional<Instant>> answer = answers.get(new Wanted(member, step));
        return answer == null ? null : answer.join().orElse(null);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null) {
            return other;
        }
        return other == null || one.isBefore(other) ? one : other;
    }
}
