package chat.parley.views.history;

import chat.parley.views.Checkpoint;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.List;

/** Each stamped with itself, a late write of a lower position changes nothing. */
final class CassandraHistoryCheckpoints implements HistoryCheckpoints {

    private static final String GROUP = "history";

    private final Cassandra cassandra;
    private final PreparedStatement select;
    private final PreparedStatement both;
    private final PreparedStatement positionOnly;
    private final PreparedStatement storedOnly;

    CassandraHistoryCheckpoints(Cassandra cassandra) {
        this.cassandra = cassandra;
        this.select =
                cassandra.prepare("SELECT position, stored FROM %s.checkpoint WHERE consumer_group = ? AND queue = ?");
        this.both = update(cassandra, "position = ?, stored = ?");
        this.positionOnly = update(cassandra, "position = ?");
        this.storedOnly = update(cassandra, "stored = ?");
    }

    private static PreparedStatement update(Cassandra cassandra, String set) {
        return cassandra.prepare(
                "UPDATE %s.checkpoint USING TIMESTAMP ? SET " + set + " WHERE consumer_group = ? AND queue = ?");
    }

    @Override
    public Checkpoint of(int queue) {
        return Cassandra.await(cassandra.first(select.bind(GROUP, queue)))
                .map(row -> new Checkpoint(row.getLong("position"), row.getLong("stored")))
                .orElse(Checkpoint.at(0));
    }

    @Override
    public void advance(int queue, Checkpoint reached) {
        long position = reached.position();
        long stored = reached.stored();
        cassandra.writeAll(
                reached.isWhole()
                        ? List.of(both.bind(stored, position, stored, GROUP, queue))
                        : List.of(
                                positionOnly.bind(position, position, GROUP, queue),
                                storedOnly.bind(stored, stored, GROUP, queue)));
    }
}
