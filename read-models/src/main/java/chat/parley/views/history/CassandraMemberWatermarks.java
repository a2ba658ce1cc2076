package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A row for each member, in the bucket of the conversation's head. */
final class CassandraMemberWatermarks implements MemberWatermarks {

    private final Cassandra cassandra;
    private final PreparedStatement select;

    CassandraMemberWatermarks(Cassandra cassandra) {
        this.cassandra = cassandra;
        this.select =
                cassandra.prepare("SELECT member, joined, delivered, read, read_undisclosed, sent FROM %s.watermark"
                        + " WHERE conversation = ? AND bucket = ? AND member IN ?");
    }

    @Override
    public Map<ConversationId, Map<UserId, Watermarks>> of(Map<ConversationId, ? extends Collection<UserId>> members) {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        Map<ConversationId, Map<UserId, Watermarks>> found = new HashMap<>();
        members.forEach((conversation, asked) -> {
            Map<UserId, Watermarks> ofMembers = new ConcurrentHashMap<>();
            asked.forEach(member -> ofMembers.put(member, Watermarks.NONE));
            found.put(conversation, ofMembers);
            answers.add(rows(conversation, asked)
                    .thenAccept(rows -> rows.forEach(row -> ofMembers.put(member(row), watermarks(row)))));
        });
        Cassandra.awaitAll(answers);
        return found;
    }

    /** How far those of the members have come who have come anywhere, by what brought them there. */
    Map<UserId, Map<Watermark, Long>> reached(ConversationId conversation, Collection<UserId> members) {
        Map<UserId, Map<Watermark, Long>> reached = new HashMap<>();
        Cassandra.await(rows(conversation, members)).forEach(row -> reached.put(member(row), numbers(row)));
        return reached;
    }

    private CompletableFuture<List<Row>> rows(ConversationId conversation, Collection<UserId> members) {
        List<UUID> ids = members.stream().map(UserId::value).toList();
        return cassandra.all(select.bind(conversation.value(), Buckets.FIRST, ids));
    }

    private static UserId member(Row row) {
        return new UserId(Objects.requireNonNull(row.getUuid("member")));
    }

    private static Map<Watermark, Long> numbers(Row row) {
        Map<Watermark, Long> numbers = new EnumMap<>(Watermark.class);
        for (Watermark watermark : Watermark.values()) {
            // 0 where there is none
            numbers.put(watermark, row.getLong(watermark.column()));
        }
        return numbers;
    }

    private static Watermarks watermarks(Row row) {
        long read = Math.max(row.getLong(Watermark.READ.column()), row.getLong(Watermark.SENT.column()));
        long undisclosed =
                Math.max(row.getLong(Watermark.READ_UNDISCLOSED.column()), row.getLong(Watermark.JOINED.column()));
        return new Watermarks(
                Math.max(row.getLong(Watermark.DELIVERED.column()), read), read, Math.max(read, undisclosed));
    }
}
