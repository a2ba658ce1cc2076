package chat.parley.views.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** That a message was deleted. */
@Table("deletion")
record DeletionRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long bucket,

        @PrimaryKeyColumn(ordinal = 2) long number,
        @Nullable Long sequence) {

    static final String COLUMNS = "conversation, bucket, number, sequence";
}
