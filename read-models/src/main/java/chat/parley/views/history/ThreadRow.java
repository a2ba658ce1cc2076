package chat.parley.views.history;

import chat.parley.events.UserId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.Column;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** Which message has a place in a thread. */
@Table("thread")
record ThreadRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long root,

        @PrimaryKeyColumn(ordinal = 2) long number,
        @Nullable Long message,
        @Nullable Long sequence,
        @Nullable UUID author,
        @Column("at_micros") @Nullable Long at,
        @Nullable Boolean gone) {

    static final String COLUMNS = "conversation, root, number, message, sequence, author, at_micros, gone";

    /** Empty where the deletion arrived before the message. */
    Optional<Threads.Entry> entry() {
        return message == null || sequence == null || author == null
                ? Optional.empty()
                : Optional.of(new Threads.Entry(
                        number,
                        message,
                        sequence,
                        new UserId(author),
                        Micros.toInstant(Objects.requireNonNullElse(at, 0L)),
                        Boolean.TRUE.equals(gone)));
    }
}
