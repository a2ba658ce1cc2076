package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A row for each member, in the bucket of the conversation's head. */
final class CassandraMemberWatermarks implements MemberWatermarks {

    private final HistoryKeyspace.Query<WatermarkRow> select;

    CassandraMemberWatermarks(HistoryKeyspace keyspace) {
        this.select = keyspace.query(
                "SELECT " + WatermarkRow.COLUMNS
                        + " FROM %s.watermark WHERE conversation = ? AND bucket = ? AND member IN ?",
                WatermarkRow.class);
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
                    .thenAccept(
                            rows -> rows.forEach(row -> ofMembers.put(new UserId(row.member()), row.watermarks()))));
        });
        HistoryKeyspace.awaitAll(answers);
        return found;
    }

    /** The rows of those of the members who have come anywhere. */
    Map<UserId, WatermarkRow> reached(ConversationId conversation, Collection<UserId> members) {
        Map<UserId, WatermarkRow> reached = new HashMap<>();
        HistoryKeyspace.await(rows(conversation, members)).forEach(row -> reached.put(new UserId(row.member()), row));
        return reached;
    }

    private CompletableFuture<List<WatermarkRow>> rows(ConversationId conversation, Collection<UserId> members) {
        List<UUID> ids = members.stream().map(UserId::value).toList();
        return select.all(conversation.value(), Buckets.FIRST, ids);
    }
}
