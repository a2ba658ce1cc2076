package chat.parley.views.history;

import static java.util.Objects.requireNonNullElse;

import chat.parley.views.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** How far one queue's part of the view has come. */
@Table("checkpoint")
record CheckpointRow(
        @PrimaryKeyColumn(value = "consumer_group", ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        String group,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        int queue,

        @Nullable Long position,
        @Nullable Long stored) {

    static final String COLUMNS = "consumer_group, queue, position, stored";

    Checkpoint checkpoint() {
        return new Checkpoint(requireNonNullElse(position, 0L), requireNonNullElse(stored, 0L));
    }
}
