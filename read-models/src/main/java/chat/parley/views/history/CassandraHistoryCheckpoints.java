package chat.parley.views.history;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.List;

/** Stamped with the position itself, a late write of a lower one changes nothing. */
final class CassandraHistoryCheckpoints implements HistoryCheckpoints {

    private static final String GROUP = "history";

    private final Cassandra cassandra;
    private final PreparedStatement select;
    private final PreparedStatement update;

    CassandraHistoryCheckpoints(Cassandra cassandra) {
        this.cassandra = cassandra;
        this.select = cassandra.prepare("SELECT position FROM %s.checkpoint WHERE consumer_group = ? AND queue = ?");
        this.update = cassandra.prepare(
                "UPDATE %s.checkpoint USING TIMESTAMP ? SET position = ? WHERE consumer_group = ? AND queue = ?");
    }

    @Override
    public long reached(int queue) {
        return Cassandra.await(cassandra.first(select.bind(GROUP, queue)))
                .map(row -> row.getLong("position"))
                .orElse(0L);
    }

    @Override
    public void advance(int queue, long position) {
        cassandra.writeAll(List.of(update.bind(position, position, GROUP, queue)));
    }
}
