package chat.parley.views.history;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.Column;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** When one member's watermark of one kind reached a number. */
@Table("receipt")
record ReceiptRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long bucket,

        @PrimaryKeyColumn(ordinal = 2) String kind,
        @PrimaryKeyColumn(ordinal = 3) UUID member,
        @PrimaryKeyColumn(value = "up_to", ordinal = 4) long upTo,
        @Column("at_micros") @Nullable Long reached) {

    static final String COLUMNS = "conversation, bucket, kind, member, up_to, at_micros";

    Instant at() {
        return Micros.toInstant(Objects.requireNonNullElse(reached, 0L));
    }
}
