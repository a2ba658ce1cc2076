package chat.parley.views.history;

import chat.parley.views.Checkpoint;
import java.util.List;

/** Each stamped with itself, a late write of a lower position changes nothing. */
final class CassandraHistoryCheckpoints implements HistoryCheckpoints {

    private static final String GROUP = "history";

    private final HistoryKeyspace.Query<CheckpointRow> select;
    private final HistoryKeyspace.Update both;
    private final HistoryKeyspace.Update positionOnly;
    private final HistoryKeyspace.Update storedOnly;

    CassandraHistoryCheckpoints(HistoryKeyspace keyspace) {
        this.select = keyspace.query(
                "SELECT " + CheckpointRow.COLUMNS + " FROM %s.checkpoint WHERE consumer_group = ? AND queue = ?",
                CheckpointRow.class);
        this.both = update(keyspace, "position = ?, stored = ?");
        this.positionOnly = update(keyspace, "position = ?");
        this.storedOnly = update(keyspace, "stored = ?");
    }

    private static HistoryKeyspace.Update update(HistoryKeyspace keyspace, String set) {
        return keyspace.update(
                "UPDATE %s.checkpoint USING TIMESTAMP ? SET " + set + " WHERE consumer_group = ? AND queue = ?");
    }

    @Override
    public Checkpoint of(int queue) {
        return HistoryKeyspace.await(select.first(GROUP, queue))
                .map(CheckpointRow::checkpoint)
                .orElse(Checkpoint.at(0));
    }

    @Override
    public void advance(int queue, Checkpoint reached) {
        long position = reached.position();
        long stored = reached.stored();
        HistoryKeyspace.awaitAll(
                reached.isWhole()
                        ? List.of(both.send(stored, position, stored, GROUP, queue))
                        : List.of(
                                positionOnly.send(position, position, GROUP, queue),
                                storedOnly.send(stored, stored, GROUP, queue)));
    }
}
