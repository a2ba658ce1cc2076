package chat.parley.views.history;

import chat.parley.events.ConversationId;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

final class CassandraConversationHeads implements ConversationHeads {

    private final Cassandra cassandra;
    private final PreparedStatement select;

    CassandraConversationHeads(Cassandra cassandra) {
        this.cassandra = cassandra;
        this.select = cassandra.prepare("SELECT DISTINCT kind, named_sequence, started_micros, last_sequence,"
                + " last_number, last_micros FROM %s.message WHERE conversation = ? AND bucket = ?");
    }

    @Override
    public Map<ConversationId, ConversationHead> of(Collection<ConversationId> conversations) {
        Map<ConversationId, CompletableFuture<Optional<Row>>> answers = new LinkedHashMap<>();
        for (ConversationId conversation : conversations) {
            answers.computeIfAbsent(conversation, id -> cassandra.first(select.bind(id.value(), Buckets.FIRST)));
        }
        Cassandra.awaitAll(List.copyOf(answers.values()));
        Map<ConversationId, ConversationHead> heads = new HashMap<>();
        answers.forEach((conversation, answer) ->
                answer.join().flatMap(row -> head(conversation, row)).ifPresent(head -> heads.put(conversation, head)));
        return heads;
    }

    /** A row whose start is missing, because that event waits among the dead letters, is no conversation yet. */
    private static Optional<ConversationHead> head(ConversationId conversation, Row row) {
        @Nullable String kind = row.getString("kind");
        if (kind == null) {
            return Optional.empty();
        }
        long lastNumber = row.getLong("last_number");
        return Optional.of(new ConversationHead(
                conversation,
                ConversationKind.of(kind),
                row.isNull("named_sequence") ? null : row.getLong("named_sequence"),
                Micros.toInstant(row.getLong("started_micros")),
                row.getLong("last_sequence"),
                lastNumber,
                lastNumber == 0 ? null : Micros.toInstant(row.getLong("last_micros"))));
    }
}
