package chat.parley.views.history;

import java.util.List;
import org.springframework.data.cassandra.SessionFactory;
import org.springframework.data.cassandra.core.cql.CqlTemplate;

/**
 * Makes the keyspace of a generation and its tables; what is there already stays.
 *
 * <p>Every write is stamped with twice its event's position, so that whatever order writes arrive in, each cell ends with what the
 * newest event put there. Twice, because an overwritten collection is stamped one lower than its elements.
 *
 * <p>A conversation's head is what is static in its first bucket, its members' watermarks are in that bucket too, a row each, and the
 * keys of all these tables begin alike: so what one event changes is one mutation, in all but the longest conversations, and costs
 * little more than one row.
 *
 * <p>What people wrote is in {@code message.row} and {@code about.row} alone, in the log's row, sealed: one value, so that there is nothing to be
 * put together from cells of several events. So that the overwritten bytes of a deleted message do not outlast their time, compactions of
 * these tables look for what newer files took out of the file at hand.
 */
final class HistorySchema {

    /** By default all files of less than 50 MiB are of one size, and every fourth new one means to write everything anew. */
    private static final String SIZES = "'class': 'SizeTieredCompactionStrategy', 'min_sstable_size': '262144'";

    /** Of tables that hold what people wrote. */
    private static final String FORGETTING =
            "'provide_overlapping_tombstones': 'CELL', 'unchecked_tombstone_compaction': 'true'";

    private static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS %1$s.message (
              conversation uuid, bucket bigint, number bigint, sequence bigint,
              row blob, recorded_micros bigint,
              kind text static, named_sequence bigint static, started_micros bigint static, last_sequence bigint static,
              last_number bigint static, last_micros bigint static,
              PRIMARY KEY ((conversation, bucket), number, sequence)
            ) WITH CLUSTERING ORDER BY (number DESC, sequence DESC)
              AND compaction = {%2$s, %3$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.about (
              conversation uuid, bucket bigint, number bigint, type text, member uuid, row blob, recorded_micros bigint,
              PRIMARY KEY ((conversation, bucket), number, type, member)
            ) WITH compaction = {%2$s, %3$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.mention (
              conversation uuid, bucket bigint, number bigint, author uuid, members set<uuid>,
              PRIMARY KEY ((conversation, bucket), number)
            ) WITH compaction = {%2$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.watermark (
              conversation uuid, bucket bigint, member uuid,
              joined bigint, delivered bigint, read bigint, read_undisclosed bigint, sent bigint,
              PRIMARY KEY ((conversation, bucket), member)
            ) WITH compaction = {%2$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.receipt (
              conversation uuid, bucket bigint, kind text, member uuid, up_to bigint, at_micros bigint,
              PRIMARY KEY ((conversation, bucket), kind, member, up_to)
            ) WITH compaction = {%2$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.deletion (
              conversation uuid, bucket bigint, number bigint, sequence bigint,
              PRIMARY KEY ((conversation, bucket), number)
            ) WITH compaction = {%2$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.thread (
              conversation uuid, root bigint, number bigint,
              message bigint, sequence bigint, author uuid, at_micros bigint, gone boolean,
              PRIMARY KEY ((conversation, root), number)
            ) WITH CLUSTERING ORDER BY (number DESC)
              AND compaction = {%2$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.thread_root (
              conversation uuid, bucket bigint, root bigint, newest bigint,
              PRIMARY KEY ((conversation, bucket), root)
            ) WITH compaction = {%2$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.thread_follower (
              member uuid, conversation uuid, root bigint, since bigint,
              PRIMARY KEY ((member), conversation, root)
            ) WITH compaction = {%2$s}""", """
            CREATE TABLE IF NOT EXISTS %1$s.checkpoint (
              consumer_group text, queue int, position bigint, stored bigint,
              PRIMARY KEY ((consumer_group, queue)))""");

    private final CqlTemplate cql;
    private final CassandraSettings settings;
    private final String datacenter;

    /** @param datacenter that of the connection, where all copies are kept */
    HistorySchema(SessionFactory sessions, CassandraSettings settings, String datacenter) {
        this.cql = new CqlTemplate(sessions);
        this.cql.setExecutionProfile(CassandraConfiguration.SCHEMA_CHANGES);
        this.settings = settings;
        this.datacenter = datacenter;
    }

    /** @return the name of the generation's keyspace, which is whole */
    String create(int generation) {
        refuseEarlier(settings.keyspace());
        String keyspace = settings.keyspaceOf(generation);
        cql.execute("CREATE KEYSPACE IF NOT EXISTS %s WITH replication = {'class': 'NetworkTopologyStrategy', '%s': %d}"
                .formatted(keyspace, datacenter, settings.replication()));
        TABLES.forEach(table -> cql.execute(table.formatted(keyspace, SIZES, FORGETTING)));
        return keyspace;
    }

    /** Their keyspace was named without a generation, and what people wrote is in the clear there. */
    private void refuseEarlier(String keyspace) {
        String found = "SELECT keyspace_name FROM system_schema.keyspaces WHERE keyspace_name = ?";
        if (!cql.queryForList(found, String.class, keyspace).isEmpty()) {
            throw new IllegalStateException("The data in Cassandra's keyspace " + keyspace
                    + " was written by an earlier version of Parley and cannot be read by this one."
                    + " Drop the keyspace: what belongs there is made anew from the log.");
        }
    }
}
