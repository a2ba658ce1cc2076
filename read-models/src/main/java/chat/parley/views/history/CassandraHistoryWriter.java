package chat.parley.views.history;

import chat.parley.events.ConversationId;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes each change with the same statements whenever it comes; the stamps decide what stays. */
final class CassandraHistoryWriter implements HistoryWriter {

    private final Cassandra cassandra;
    private final PreparedStatement started;
    private final PreparedStatement message;
    private final PreparedStatement lastMessage;
    private final PreparedStatement deleted;
    private final PreparedStatement lastSequence;
    private final PreparedStatement delivered;
    private final PreparedStatement read;
    private final PreparedStatement receipt;

    CassandraHistoryWriter(Cassandra cassandra) {
        this.cassandra = cassandra;
        this.started = cassandra.prepare("UPDATE %s.message USING TIMESTAMP ? SET kind = ?, members = members + ?,"
                + " started_micros = ?, last_sequence = ? WHERE conversation = ? AND bucket = ?");
        this.message = cassandra.prepare("UPDATE %s.message USING TIMESTAMP ? SET message = ?, author = ?, text = ?,"
                + " recorded_micros = ? WHERE conversation = ? AND bucket = ? AND number = ? AND sequence = ?");
        this.lastMessage = cassandra.prepare("UPDATE %s.message USING TIMESTAMP ? SET last_sequence = ?,"
                + " last_number = ?, last_micros = ?, sent = sent + ? WHERE conversation = ? AND bucket = ?");
        this.deleted = cassandra.prepare("UPDATE %s.message USING TIMESTAMP ? SET text = null, deleted = true,"
                + " message = ?, author = ? WHERE conversation = ? AND bucket = ? AND number = ? AND sequence = ?");
        this.lastSequence = cassandra.prepare(
                "UPDATE %s.message USING TIMESTAMP ? SET last_sequence = ? WHERE conversation = ? AND bucket = ?");
        this.delivered = cassandra.prepare(
                "UPDATE %s.message USING TIMESTAMP ? SET delivered = delivered + ? WHERE conversation = ? AND bucket = ?");
        this.read = cassandra.prepare(
                "UPDATE %s.message USING TIMESTAMP ? SET read = read + ? WHERE conversation = ? AND bucket = ?");
        this.receipt = cassandra.prepare("UPDATE %s.receipt USING TIMESTAMP ? SET at_micros = ?"
                + " WHERE conversation = ? AND bucket = ? AND kind = ? AND member = ? AND up_to = ?");
    }

    @Override
    public void write(List<HistoryChange> changes) {
        List<BoundStatement> statements = new ArrayList<>();
        for (HistoryChange change : changes) {
            long stamp = Math.multiplyExact(2, change.position());
            switch (change) {
                case HistoryChange.Started it -> statements.add(started(stamp, it));
                case HistoryChange.Written it -> written(stamp, it.message(), statements);
                case HistoryChange.Deleted it -> deleted(stamp, it, statements);
                case HistoryChange.Counted it -> statements.add(counted(stamp, it.conversation(), it.sequence()));
                case HistoryChange.Reached it -> reached(stamp, it, statements);
            }
        }
        cassandra.writeAll(statements);
    }

    private BoundStatement started(long stamp, HistoryChange.Started it) {
        Set<UUID> members =
                Set.of(it.members().stream().map(member -> member.value()).toArray(UUID[]::new));
        return started.bind(
                stamp,
                it.kind().code(),
                members,
                Micros.of(it.at()),
                it.sequence(),
                it.conversation().value(),
                Buckets.FIRST);
    }

    private void written(long stamp, Message it, List<BoundStatement> statements) {
        UUID conversation = it.conversation().value();
        UUID author = it.author().value();
        UUID id = it.message().value();
        long at = Micros.of(it.at());
        long bucket = Buckets.of(it.number());
        statements.add(
                message.bind(stamp, id, author, it.text(), at, conversation, bucket, it.number(), it.sequence()));
        statements.add(lastMessage.bind(
                stamp, it.sequence(), it.number(), at, Map.of(author, it.number()), conversation, Buckets.FIRST));
        statements.add(receipt.bind(stamp, at, conversation, bucket, Step.SENT.code(), author, it.number()));
    }

    private void deleted(long stamp, HistoryChange.Deleted it, List<BoundStatement> statements) {
        UUID conversation = it.conversation().value();
        statements.add(deleted.bind(
                stamp,
                it.message().value(),
                it.author().value(),
                conversation,
                Buckets.of(it.number()),
                it.number(),
                it.target()));
        statements.add(counted(stamp, it.conversation(), it.sequence()));
    }

    private BoundStatement counted(long stamp, ConversationId conversation, long sequence) {
        return lastSequence.bind(stamp, sequence, conversation.value(), Buckets.FIRST);
    }

    private void reached(long stamp, HistoryChange.Reached it, List<BoundStatement> statements) {
        UUID conversation = it.conversation().value();
        UUID member = it.member().value();
        PreparedStatement watermark = switch (it.kind()) {
            case DELIVERED -> delivered;
            case READ -> read;
        };
        statements.add(watermark.bind(stamp, Map.of(member, it.upTo()), conversation, Buckets.FIRST));
        statements.add(receipt.bind(
                stamp,
                Micros.of(it.at()),
                conversation,
                Buckets.of(it.upTo()),
                Step.of(it.kind()).code(),
                member,
                it.upTo()));
    }
}
