package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

final class CassandraConversationHeads implements ConversationHeads {

    private final HistoryKeyspace.Query<HeadRow> select;

    CassandraConversationHeads(HistoryKeyspace keyspace) {
        this.select = keyspace.query(HeadRow.SELECT, HeadRow.class);
    }

    @Override
    public Map<ConversationId, ConversationHead> of(Collection<ConversationId> conversations) {
        Map<ConversationId, CompletableFuture<Optional<HeadRow>>> answers = new LinkedHashMap<>();
        for (ConversationId conversation : conversations) {
            answers.computeIfAbsent(conversation, id -> select.first(id.value(), Buckets.FIRST));
        }
        HistoryKeyspace.awaitAll(List.copyOf(answers.values()));
        Map<ConversationId, ConversationHead> heads = new HashMap<>();
        answers.forEach((conversation, answer) ->
                answer.join().flatMap(HeadRow::head).ifPresent(head -> heads.put(conversation, head)));
        return heads;
    }
}
