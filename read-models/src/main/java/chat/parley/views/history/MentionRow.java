package chat.parley.views.history;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** Whom a message mentions; there is none where it mentions nobody. */
@Table("mention")
record MentionRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long bucket,

        @PrimaryKeyColumn(ordinal = 2) long number,
        @Nullable UUID author,
        @Nullable Set<UUID> members) {

    static final String COLUMNS = "conversation, bucket, number, author, members";
}
