package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.Column;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** What one member says about one message, of one type. */
@Table("about")
record AboutRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long bucket,

        @PrimaryKeyColumn(ordinal = 2) long number,
        @PrimaryKeyColumn(ordinal = 3) String type,
        @PrimaryKeyColumn(ordinal = 4) UUID member,
        @Nullable ByteBuffer row,
        @Column("recorded_micros") @Nullable Long recorded) {

    static final String COLUMNS = "conversation, bucket, number, type, member, row, recorded_micros";

    SealedAnnotation about() {
        return new SealedAnnotation(
                new ConversationId(conversation),
                number,
                type,
                new UserId(member),
                Micros.toInstant(Objects.requireNonNullElse(recorded, 0L)),
                MessageRow.bytes(row));
    }
}
