package chat.parley.views.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** A message that there is a thread about. */
@Table("thread_root")
record ThreadRootRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long bucket,

        @PrimaryKeyColumn(ordinal = 2) long root,
        @Nullable Long newest) {

    static final String COLUMNS = "conversation, bucket, root, newest";
}
