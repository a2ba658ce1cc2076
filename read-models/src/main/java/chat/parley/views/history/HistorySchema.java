package chat.parley.views.history;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.List;

/**
 * The keyspace and its tables; what is there already stays.
 *
 * <p>Every write is stamped with twice its event's position, so that whatever order writes arrive in, each cell ends with what the
 * newest event put there. Twice, because an overwritten collection is stamped one lower than its elements.
 *
 * <p>A conversation's head is what is static in its first bucket, and the keys of both tables begin alike: so what one event changes
 * is one mutation, in all but the longest conversations, and costs little more than one row.
 *
 * <p>Text is in {@code message} alone, a cell for each message: only there can a deletion be put before a text that comes later. So that
 * a text's overwritten bytes do not outlast their time, compactions of that table look for what newer files took out of the file at hand.
 */
final class HistorySchema {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String TABLE_OF_EARLIER = "conversation_head";

    /** By default all files of less than 50 MiB are of one size, and every fourth new one means to write everything anew. */
    private static final String SIZES = "'class': 'SizeTieredCompactionStrategy', 'min_sstable_size': '262144'";

    private static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS %1$s.message (
              conversation uuid, bucket bigint, number bigint, sequence bigint,
              message uuid, author uuid, text text, deleted boolean, recorded_micros bigint,
              kind text static, members set<uuid> static, started_micros bigint static, last_sequence bigint static,
              last_number bigint static, last_micros bigint static,
              delivered map<uuid, bigint> static, read map<uuid, bigint> static, sent map<uuid, bigint> static,
              PRIMARY KEY ((conversation, bucket), number, sequence)
            ) WITH CLUSTERING ORDER BY (number DESC, sequence DESC)
              AND gc_grace_seconds = 259200
              AND compaction = {%2$s, 'provide_overlapping_tombstones': 'CELL', 'unchecked_tombstone_compaction': 'true'}""", """
            CREATE TABLE IF NOT EXISTS %1$s.receipt (
              conversation uuid, bucket bigint, kind text, member uuid, up_to bigint, at_micros bigint,
              PRIMARY KEY ((conversation, bucket), kind, member, up_to)
            ) WITH compaction = {%2$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.checkpoint (
              consumer_group text, queue int, position bigint, stored bigint,
              PRIMARY KEY ((consumer_group, queue)))""");

    private HistorySchema() {}

    static void create(CqlSession session, CassandraSettings settings) {
        execute(
                session,
                "CREATE KEYSPACE IF NOT EXISTS %s WITH replication = {'class': 'NetworkTopologyStrategy', '%s': %d}"
                        .formatted(settings.keyspace(), settings.datacenter(), settings.replication()));
        refuseEarlier(session, settings.keyspace());
        TABLES.forEach(table -> execute(session, table.formatted(settings.keyspace(), SIZES)));
    }

    private static void refuseEarlier(CqlSession session, String keyspace) {
        if (session.getMetadata()
                .getKeyspace(keyspace)
                .flatMap(found -> found.getTable(TABLE_OF_EARLIER))
                .isPresent()) {
            throw new IllegalStateException("The data in Cassandra's keyspace " + keyspace
                    + " was written by an earlier version of Parley and cannot be read by this one."
                    + " Drop the keyspace: what belongs there is made anew from the log.");
        }
    }

    private static void execute(CqlSession session, String cql) {
        session.execute(SimpleStatement.newInstance(cql).setTimeout(PATIENCE));
    }
}
