package chat.parley.views.history;

import static java.util.Objects.requireNonNullElse;

import chat.parley.events.ConversationId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.Column;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** A conversation's head: what is static in the first bucket of its messages. */
@Table("message")
record HeadRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long bucket,

        @Nullable String kind,
        @Column("named_sequence") @Nullable Long named,
        @Column("started_micros") @Nullable Long started,
        @Column("last_sequence") @Nullable Long lastSequence,
        @Column("last_number") @Nullable Long lastMessage,
        @Column("last_micros") @Nullable Long lastMessageAt) {

    /** Reads the static row alone. */
    static final String SELECT =
            "SELECT DISTINCT conversation, bucket, kind, named_sequence, started_micros, last_sequence,"
                    + " last_number, last_micros FROM %s.message WHERE conversation = ? AND bucket = ?";

    /** 0 before the first message. */
    long lastNumber() {
        return requireNonNullElse(lastMessage, 0L);
    }

    /** A row whose start is missing, because that event waits among the dead letters, is no conversation yet. */
    Optional<ConversationHead> head() {
        if (kind == null) {
            return Optional.empty();
        }
        return Optional.of(new ConversationHead(
                new ConversationId(conversation),
                ConversationKind.of(kind),
                named,
                Micros.toInstant(requireNonNullElse(started, 0L)),
                requireNonNullElse(lastSequence, 0L),
                lastNumber(),
                lastNumber() == 0 ? null : Micros.toInstant(requireNonNullElse(lastMessageAt, 0L))));
    }
}
