package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * On the driver: Spring Data has no batch of statements that have a time each, put together by replica. Writes each change with the same statements whenever it comes; the stamps decide what stays. What a message is now is one value: a
 * later event that concerns it puts its own row there.
 */
final class CassandraHistoryWriter implements HistoryWriter {

    /** Less a stamp, it makes one that is the higher the earlier the event was: what stays is what came first. */
    private static final long EARLIEST_STAYS = 1L << 62;

    private final HistoryKeyspace keyspace;
    private final PreparedStatement started;
    private final PreparedStatement message;
    private final PreparedStatement lastMessage;
    private final PreparedStatement deleted;
    private final PreparedStatement deletion;
    private final PreparedStatement said;
    private final PreparedStatement nothingSaid;
    private final PreparedStatement mentioned;
    private final PreparedStatement mentionsNobody;
    private final PreparedStatement threaded;
    private final PreparedStatement unthreaded;
    private final PreparedStatement threadRoot;
    private final PreparedStatement threadFollower;
    private final PreparedStatement lastSequence;
    private final Map<Watermark, PreparedStatement> watermarks = new EnumMap<>(Watermark.class);
    private final PreparedStatement receipt;
    private final HistoryCheckpoints checkpoints;

    CassandraHistoryWriter(HistoryKeyspace keyspace) {
        this.keyspace = keyspace;
        this.checkpoints = new CassandraHistoryCheckpoints(keyspace);
        this.started = keyspace.prepare("UPDATE %s.message USING TIMESTAMP ? SET kind = ?, named_sequence = ?,"
                + " started_micros = ?, last_sequence = ? WHERE conversation = ? AND bucket = ?");
        this.message = keyspace.prepare("UPDATE %s.message USING TIMESTAMP ? SET row = ?, recorded_micros = ?"
                + " WHERE conversation = ? AND bucket = ? AND number = ? AND sequence = ?");
        this.lastMessage = keyspace.prepare("UPDATE %s.message USING TIMESTAMP ? SET last_sequence = ?,"
                + " last_number = ?, last_micros = ? WHERE conversation = ? AND bucket = ?");
        this.deleted = keyspace.prepare("UPDATE %s.message USING TIMESTAMP ? SET row = ?"
                + " WHERE conversation = ? AND bucket = ? AND number = ? AND sequence = ?");
        this.deletion = keyspace.prepare("UPDATE %s.deletion USING TIMESTAMP ? SET sequence = ?"
                + " WHERE conversation = ? AND bucket = ? AND number = ?");
        this.said = keyspace.prepare("UPDATE %s.about USING TIMESTAMP ? SET row = ?, recorded_micros = ?"
                + " WHERE conversation = ? AND bucket = ? AND number = ? AND type = ? AND member = ?");
        this.nothingSaid = keyspace.prepare(
                "DELETE FROM %s.about USING TIMESTAMP ? WHERE conversation = ? AND bucket = ? AND number = ?");
        this.mentioned = keyspace.prepare("UPDATE %s.mention USING TIMESTAMP ? SET author = ?, members = ?"
                + " WHERE conversation = ? AND bucket = ? AND number = ?");
        this.mentionsNobody = keyspace.prepare(
                "DELETE FROM %s.mention USING TIMESTAMP ? WHERE conversation = ? AND bucket = ? AND number = ?");
        this.threaded = keyspace.prepare("UPDATE %s.thread USING TIMESTAMP ? SET message = ?, sequence = ?, author = ?,"
                + " at_micros = ? WHERE conversation = ? AND root = ? AND number = ?");
        this.unthreaded = keyspace.prepare("UPDATE %s.thread USING TIMESTAMP ? SET gone = true"
                + " WHERE conversation = ? AND root = ? AND number = ?");
        this.threadRoot = keyspace.prepare("UPDATE %s.thread_root USING TIMESTAMP ? SET newest = ?"
                + " WHERE conversation = ? AND bucket = ? AND root = ?");
        this.threadFollower = keyspace.prepare("UPDATE %s.thread_follower USING TIMESTAMP ? SET since = ?"
                + " WHERE member = ? AND conversation = ? AND root = ?");
        this.lastSequence = keyspace.prepare(
                "UPDATE %s.message USING TIMESTAMP ? SET last_sequence = ? WHERE conversation = ? AND bucket = ?");
        for (Watermark watermark : Watermark.values()) {
            watermarks.put(
                    watermark,
                    keyspace.prepare("UPDATE %s.watermark USING TIMESTAMP ? SET " + watermark.column()
                            + " = ? WHERE conversation = ? AND bucket = ? AND member = ?"));
        }
        this.receipt = keyspace.prepare("UPDATE %s.receipt USING TIMESTAMP ? SET at_micros = ?"
                + " WHERE conversation = ? AND bucket = ? AND kind = ? AND member = ? AND up_to = ?");
    }

    @Override
    public void write(List<HistoryChange> changes) {
        List<BoundStatement> statements = new ArrayList<>();
        for (HistoryChange change : changes) {
            long stamp = Math.multiplyExact(2, change.position());
            switch (change) {
                case HistoryChange.Started it -> statements.add(started(stamp, it));
                case HistoryChange.Joined it -> {
                    statements.add(happened(stamp, it.conversation(), it.sequence()));
                    statements.add(watermark(stamp, it.conversation(), it.member(), Watermark.JOINED, it.lastNumber()));
                }
                case HistoryChange.Happened it -> statements.add(happened(stamp, it.conversation(), it.sequence()));
                case HistoryChange.Written it -> written(stamp, it.message(), it.author(), statements);
                case HistoryChange.Replied it -> replied(stamp, it.message(), statements);
                case HistoryChange.Threaded it -> threaded(stamp, it, statements);
                case HistoryChange.Unthreaded it ->
                    statements.add(unthreaded.bind(stamp, it.conversation().value(), it.root(), it.number()));
                case HistoryChange.Deleted it -> deleted(stamp, it, statements);
                case HistoryChange.Said it -> said(stamp, it, statements);
                case HistoryChange.Mentioned it -> statements.add(mentioned(stamp, it));
                case HistoryChange.Reached it -> reached(stamp, it, statements);
            }
        }
        send(statements);
    }

    /** All at once, in no order; returns when all were answered. */
    private void send(List<BoundStatement> statements) {
        CqlSession session = keyspace.session();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (Statement<?> request : new SharedRequests(session).of(statements)) {
            answers.add(session.executeAsync(request).toCompletableFuture());
        }
        HistoryKeyspace.awaitAll(answers);
    }

    @Override
    public HistoryCheckpoints checkpoints() {
        return checkpoints;
    }

    private BoundStatement started(long stamp, HistoryChange.Started it) {
        return started.bind(
                stamp,
                it.kind().code(),
                it.named(),
                Micros.of(it.at()),
                it.sequence(),
                it.conversation().value(),
                Buckets.FIRST);
    }

    private void written(long stamp, SealedMessage it, UserId writer, List<BoundStatement> statements) {
        UUID conversation = it.conversation().value();
        UUID author = writer.value();
        long at = Micros.of(it.at());
        long bucket = Buckets.of(it.number());
        statements.add(
                message.bind(stamp, ByteBuffer.wrap(it.row()), at, conversation, bucket, it.number(), it.sequence()));
        statements.add(lastMessage.bind(stamp, it.sequence(), it.number(), at, conversation, Buckets.FIRST));
        statements.add(watermark(stamp, it.conversation(), writer, Watermark.SENT, it.number()));
        statements.add(receipt.bind(stamp, at, conversation, bucket, Step.SENT.code(), author, it.number()));
    }

    private void replied(long stamp, SealedMessage it, List<BoundStatement> statements) {
        statements.add(message.bind(
                stamp,
                ByteBuffer.wrap(it.row()),
                Micros.of(it.at()),
                it.conversation().value(),
                Buckets.of(it.number()),
                it.number(),
                it.sequence()));
        statements.add(happened(stamp, it.conversation(), it.sequence()));
    }

    private void threaded(long stamp, HistoryChange.Threaded it, List<BoundStatement> statements) {
        UUID conversation = it.conversation().value();
        statements.add(threaded.bind(
                stamp,
                it.message(),
                it.sequence(),
                it.author().value(),
                Micros.of(it.at()),
                conversation,
                it.root(),
                it.number()));
        statements.add(threadRoot.bind(stamp, it.number(), conversation, Buckets.of(it.root()), it.root()));
        it.followers()
                .forEach(follower -> statements.add(threadFollower.bind(
                        EARLIEST_STAYS - stamp, it.number(), follower.value(), conversation, it.root())));
    }

    private void deleted(long stamp, HistoryChange.Deleted it, List<BoundStatement> statements) {
        UUID conversation = it.conversation().value();
        long bucket = Buckets.of(it.number());
        statements.add(deleted.bind(stamp, ByteBuffer.wrap(it.row()), conversation, bucket, it.number(), it.target()));
        statements.add(deletion.bind(stamp, it.sequence(), conversation, bucket, it.number()));
        statements.add(nothingSaid.bind(stamp, conversation, bucket, it.number()));
        statements.add(mentionsNobody.bind(stamp, conversation, bucket, it.number()));
        statements.add(happened(stamp, it.conversation(), it.sequence()));
    }

    private void said(long stamp, HistoryChange.Said it, List<BoundStatement> statements) {
        SealedAnnotation about = it.about();
        statements.add(said.bind(
                stamp,
                ByteBuffer.wrap(about.row()),
                Micros.of(about.at()),
                about.conversation().value(),
                Buckets.of(about.number()),
                about.number(),
                about.type(),
                about.member().value()));
        statements.add(happened(stamp, about.conversation(), it.sequence()));
    }

    /** The set takes the place of an earlier one, whose elements are stamped lower. */
    private BoundStatement mentioned(long stamp, HistoryChange.Mentioned it) {
        UUID conversation = it.conversation().value();
        long bucket = Buckets.of(it.number());
        if (it.members().isEmpty()) {
            return mentionsNobody.bind(stamp, conversation, bucket, it.number());
        }
        Set<UUID> members = it.members().stream().map(UserId::value).collect(Collectors.toSet());
        return mentioned.bind(stamp, it.author().value(), members, conversation, bucket, it.number());
    }

    private BoundStatement happened(long stamp, ConversationId conversation, long sequence) {
        return lastSequence.bind(stamp, sequence, conversation.value(), Buckets.FIRST);
    }

    private BoundStatement watermark(
            long stamp, ConversationId conversation, UserId member, Watermark watermark, long number) {
        return Objects.requireNonNull(watermarks.get(watermark))
                .bind(stamp, number, conversation.value(), Buckets.FIRST, member.value());
    }

    private void reached(long stamp, HistoryChange.Reached it, List<BoundStatement> statements) {
        UUID conversation = it.conversation().value();
        UUID member = it.member().value();
        if (!it.disclosed()) {
            if (it.kind() == ReceiptKind.READ) {
                statements.add(watermark(stamp, it.conversation(), it.member(), Watermark.READ_UNDISCLOSED, it.upTo()));
            }
            return;
        }
        statements.add(watermark(stamp, it.conversation(), it.member(), Watermark.of(it.kind()), it.upTo()));
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
