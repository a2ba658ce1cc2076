package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** A row for each message that mentions anybody. */
final class CassandraMentions implements Mentions {

    private static final int MOST = 1_000;

    /** Whoever has left more than this unread is told of the mentions in its end. */
    private static final long MOST_BUCKETS = 3;

    private final HistoryKeyspace.Query<MentionRow> select;

    CassandraMentions(HistoryKeyspace keyspace) {
        this.select = keyspace.query(
                "SELECT " + MentionRow.COLUMNS
                        + " FROM %s.mention WHERE conversation = ? AND bucket = ? AND number > ? AND number <= ? LIMIT "
                        + MOST,
                MentionRow.class);
    }

    @Override
    public Map<ConversationId, List<MentionedIn>> of(UserId member, Map<ConversationId, Behind> asked) {
        Map<ConversationId, List<CompletableFuture<List<MentionRow>>>> answers = new HashMap<>();
        asked.forEach((conversation, behind) -> answers.put(conversation, rows(conversation, behind)));
        HistoryKeyspace.awaitAll(answers.values().stream().flatMap(List::stream).toList());
        Map<ConversationId, List<MentionedIn>> found = new HashMap<>();
        answers.forEach((conversation, rows) -> {
            List<MentionedIn> theirs = rows.stream()
                    .flatMap(answer -> answer.join().stream())
                    .flatMap(row -> mentioning(row, member).stream())
                    .toList();
            if (!theirs.isEmpty()) {
                found.put(conversation, theirs);
            }
        });
        return found;
    }

    private List<CompletableFuture<List<MentionRow>>> rows(ConversationId conversation, Behind behind) {
        long last = Buckets.of(behind.upTo());
        long first = Math.max(Buckets.of(behind.number() + 1), last - MOST_BUCKETS + 1);
        List<CompletableFuture<List<MentionRow>>> rows = new ArrayList<>();
        LongStream.rangeClosed(first, last)
                .forEach(bucket -> rows.add(select.all(conversation.value(), bucket, behind.number(), behind.upTo())));
        return rows;
    }

    private static List<MentionedIn> mentioning(MentionRow row, UserId member) {
        UUID author = row.author();
        Set<UUID> members = row.members();
        boolean named = members != null && members.contains(member.value());
        boolean isMentioned = named || (members != null && members.contains(UserId.EVERYONE.value()));
        return author == null || author.equals(member.value()) || !isMentioned
                ? List.of()
                : List.of(new MentionedIn(row.number(), new UserId(author), !named));
    }
}
