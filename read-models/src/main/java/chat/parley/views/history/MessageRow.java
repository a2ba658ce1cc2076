package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.Ordering;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.Column;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** What is stored of one message. */
@Table("message")
record MessageRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long bucket,

        @PrimaryKeyColumn(ordinal = 2, ordering = Ordering.DESCENDING)
        long number,

        @PrimaryKeyColumn(ordinal = 3, ordering = Ordering.DESCENDING)
        long sequence,

        @Nullable ByteBuffer row,
        @Column("recorded_micros") @Nullable Long recorded) {

    static final String COLUMNS = "conversation, bucket, number, sequence, row, recorded_micros";

    /** A row without a time is of a message that waits among the dead letters and was only deleted yet. */
    Optional<SealedMessage> message() {
        if (recorded == null) {
            return Optional.empty();
        }
        return Optional.of(new SealedMessage(
                new ConversationId(conversation), number, sequence, Micros.toInstant(recorded), bytes(row)));
    }

    static byte[] bytes(@Nullable ByteBuffer buffer) {
        byte[] bytes = new byte[buffer == null ? 0 : buffer.remaining()];
        if (buffer != null) {
            buffer.get(bytes);
        }
        return bytes;
    }
}
