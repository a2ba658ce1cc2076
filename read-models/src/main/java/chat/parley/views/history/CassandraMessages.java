package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pages are number ranges; numbers are dense, so a page crosses few buckets whatever its size. Whatever number is asked for, no bucket is
 * looked at but those from the first to the one of the conversation's last number.
 */
final class CassandraMessages implements Messages {

    private static final String COLUMNS = "number, sequence, recorded_micros, row";

    private final Cassandra cassandra;
    private final PreparedStatement last;
    private final PreparedStatement below;
    private final PreparedStatement above;
    private final PreparedStatement newest;
    private final PreparedStatement about;

    CassandraMessages(Cassandra cassandra) {
        this.cassandra = cassandra;
        this.last =
                cassandra.prepare("SELECT DISTINCT last_number FROM %s.message WHERE conversation = ? AND bucket = ?");
        this.below = cassandra.prepare(
                "SELECT " + COLUMNS + " FROM %s.message WHERE conversation = ? AND bucket = ? AND number < ? LIMIT ?");
        this.above = cassandra.prepare(
                "SELECT " + COLUMNS + " FROM %s.message WHERE conversation = ? AND bucket = ? AND number > ?"
                        + " ORDER BY number ASC, sequence ASC LIMIT ?");
        this.newest = cassandra.prepare(
                "SELECT " + COLUMNS + " FROM %s.message WHERE conversation = ? AND bucket = ? AND number <= ? LIMIT 1");
        this.about = cassandra.prepare("SELECT number, type, member, recorded_micros, row FROM %s.about"
                + " WHERE conversation = ? AND bucket = ? AND number >= ? AND number <= ?");
    }

    @Override
    public List<SealedAbout> about(ConversationId conversation, Collection<Long> numbers) {
        Map<Long, LongSummaryStatistics> ranges = numbers.stream()
                .collect(Collectors.groupingBy(Buckets::of, Collectors.summarizingLong(Long::longValue)));
        Map<Long, CompletableFuture<List<Row>>> answers = new HashMap<>();
        ranges.forEach((bucket, range) -> answers.put(
                bucket, cassandra.all(about.bind(conversation.value(), bucket, range.getMin(), range.getMax()))));
        Cassandra.awaitAll(List.copyOf(answers.values()));
        return answers.values().stream()
                .flatMap(answer -> answer.join().stream())
                .filter(row -> numbers.contains(row.getLong("number")))
                .map(row -> about(conversation, row))
                .toList();
    }

    private static SealedAbout about(ConversationId conversation, Row row) {
        return new SealedAbout(
                conversation,
                row.getLong("number"),
                Objects.requireNonNull(row.getString("type")),
                new UserId(Objects.requireNonNull(row.getUuid("member"))),
                Micros.toInstant(row.getLong("recorded_micros")),
                bytes(row.getByteBuffer("row")));
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

    /** Not just the one of that number: it may be on its way here still, behind its head. */
    @Override
    public Map<ConversationId, SealedMessage> newest(Map<ConversationId, Long> upTo) {
        Map<ConversationId, CompletableFuture<Optional<Row>>> answers = new LinkedHashMap<>();
        upTo.forEach((conversation, number) -> answers.put(
                conversation, cassandra.first(newest.bind(conversation.value(), Buckets.of(number), number))));
        Cassandra.awaitAll(List.copyOf(answers.values()));
        Map<ConversationId, SealedMessage> found = new HashMap<>();
        answers.forEach((conversation, answer) -> answer.join()
                .flatMap(row -> message(conversation, row))
                .ifPresent(message -> found.put(conversation, message)));
        return found;
    }

    private long lastNumber(ConversationId conversation) {
        return Cassandra.await(cassandra.first(last.bind(conversation.value(), Buckets.FIRST)))
                .map(row -> row.getLong("last_number"))
                .orElse(0L);
    }

    /** Goes on in the bucket where rows are passed by, until the page is full or the bucket is at its end. */
    private void fill(
            List<SealedMessage> page,
            int limit,
            PreparedStatement statement,
            ConversationId conversation,
            long bucket,
            long number) {
        long from = number;
        while (page.size() < limit) {
            int room = limit - page.size();
            List<Row> rows = cassandra.rows(statement.bind(conversation.value(), bucket, from, room));
            rows.forEach(row -> message(conversation, row).ifPresent(page::add));
            if (rows.size() < room) {
                return;
            }
            from = rows.getLast().getLong("number");
        }
    }

    /** A row without a time is of a message that waits among the dead letters and was only deleted yet. */
    private static Optional<SealedMessage> message(ConversationId conversation, Row row) {
        if (row.isNull("recorded_micros")) {
            return Optional.empty();
        }
        return Optional.of(new SealedMessage(
                conversation,
                row.getLong("number"),
                row.getLong("sequence"),
                Micros.toInstant(row.getLong("recorded_micros")),
                bytes(row.getByteBuffer("row"))));
    }

    private static byte[] bytes(@Nullable ByteBuffer buffer) {
        byte[] bytes = new byte[buffer == null ? 0 : buffer.remaining()];
        if (buffer != null) {
            buffer.get(bytes);
        }
        return bytes;
    }
}
