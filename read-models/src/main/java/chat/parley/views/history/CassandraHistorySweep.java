package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.UUID;

/** Goes through the buckets of each conversation, a page at a time; only Cassandra looks at what others wrote. */
final class CassandraHistorySweep implements HistorySweep {

    private static final int PAGE = 500;

    private final Cassandra cassandra;
    private final PreparedStatement lastNumber;
    private final PreparedStatement written;
    private final PreparedStatement forget;

    CassandraHistorySweep(Cassandra cassandra) {
        this.cassandra = cassandra;
        this.lastNumber =
                cassandra.prepare("SELECT DISTINCT last_number FROM %s.message WHERE conversation = ? AND bucket = ?");
        this.written = cassandra.prepare("SELECT number, sequence, WRITETIME(text) AS stamp FROM %s.message"
                + " WHERE conversation = ? AND bucket = ? AND author = ? ALLOW FILTERING");
        this.forget = cassandra.prepare("UPDATE %s.message USING TIMESTAMP ? SET text = null"
                + " WHERE conversation = ? AND bucket = ? AND number = ? AND sequence = ?");
    }

    @Override
    public void forget(UserId author, Collection<ConversationId> conversations, long position) {
        long stamp = Math.multiplyExact(2, position);
        for (ConversationId conversation : conversations) {
            long buckets = Cassandra.await(cassandra.first(lastNumber.bind(conversation.value(), Buckets.FIRST)))
                    .map(row -> Buckets.of(row.getLong("last_number")))
                    .orElse(-1L);
            for (long bucket = 0; bucket <= buckets; bucket++) {
                forget(author.value(), conversation.value(), bucket, stamp);
            }
        }
    }

    private void forget(UUID author, UUID conversation, long bucket, long stamp) {
        cassandra.eachPage(
                written.bind(conversation, bucket, author),
                PAGE,
                page -> cassandra.writeAll(page.stream()
                        .filter(row -> !row.isNull("stamp"))
                        .map(row -> forgotten(row, conversation, bucket, stamp))
                        .toList()));
    }

    private BoundStatement forgotten(Row row, UUID conversation, long bucket, long stamp) {
        return forget.bind(stamp, conversation, bucket, row.getLong("number"), row.getLong("sequence"));
    }
}
