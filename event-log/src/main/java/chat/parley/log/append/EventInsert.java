package chat.parley.log.append;

import chat.parley.events.LogId;
import chat.parley.events.Owner;
import chat.parley.events.StreamId;
import chat.parley.log.NewEvent;
import chat.parley.log.SealedRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a batch of units in one statement, which takes their positions from the head row. Units of the same stream must
 * follow each other in the batch.
 *
 * <p>{@link #insertAll} inserts all units or none, and nearly always succeeds. Otherwise {@link #insertJudged} decides unit
 * by unit: it refuses a unit that conflicts and every unit that builds on it. While the statement waits for the head row,
 * another writer may commit events that its snapshot does not show. Then a unique index rejects the whole statement, and the
 * batch has to be inserted again.
 */
final class EventInsert {

    private static final String FRESH = """
        unnest(?::int[], ?::boolean[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
               ?::smallint[], ?::bytea[], ?::bytea[], ?::smallint[], ?::uuid[], ?::bytea[]) WITH ORDINALITY
          AS fresh (unit, opens, stream, sequence, event_id, command_id, type, revision, payload, metadata,
                    owner_kind, owner, content, n)\
        """;

    /** Returns no row if the event does not follow another of its stream. */
    private static final String ONE = """
        WITH taken AS (
          UPDATE log.head SET position = position + 1, recorded = greatest(recorded, clock_timestamp())
          WHERE ? = 0 OR EXISTS (SELECT FROM log.event known WHERE known.stream = ? AND known.sequence = ? - 1)
          RETURNING position, recorded)
        INSERT INTO log.event
        SELECT position, ?, ?, ?, ?::text, ?, ?, recorded, ?, ?, ?::smallint, ?::uuid, ?::bytea FROM taken
        RETURNING position - 1, recorded
        """;

    /** Returns no row if a unit does not follow an event of its stream. */
    private static final String ALL = """
        WITH fresh AS MATERIALIZED (SELECT * FROM %s),
        taken AS (
          UPDATE log.head SET position = position + (SELECT count(*) FROM fresh),
                              recorded = greatest(recorded, clock_timestamp())
          WHERE NOT EXISTS (
            SELECT FROM fresh WHERE opens AND sequence > 0 AND NOT EXISTS (
              SELECT FROM log.event known
              WHERE known.stream = fresh.stream AND known.sequence = fresh.sequence - 1))
          RETURNING position - (SELECT count(*) FROM fresh) AS before, recorded),
        inserted AS (
          INSERT INTO log.event
          SELECT before + n, stream, sequence, event_id, command_id, type, revision, taken.recorded, payload, metadata,
                 owner_kind, owner, content
          FROM taken CROSS JOIN fresh)
        SELECT before, recorded FROM taken
        """.formatted(FRESH);

    private static final String JUDGED = """
        WITH fresh AS MATERIALIZED (SELECT * FROM %s),
        seen AS (
          SELECT unit, stream,
                 command_id IS NOT NULL AND (
                   SELECT position FROM log.event known
                   WHERE known.stream = fresh.stream AND known.command_id = fresh.command_id) IS NOT NULL
                   AS recorded_before,
                 opens AND sequence IS DISTINCT FROM 1 + coalesce((
                   SELECT known.sequence FROM log.event known
                   WHERE known.stream = fresh.stream ORDER BY known.sequence DESC LIMIT 1), -1)
                   AS out_of_sequence
          FROM fresh WHERE opens OR command_id IS NOT NULL),
        refused AS MATERIALIZED (SELECT * FROM seen WHERE recorded_before OR out_of_sequence),
        accepted AS MATERIALIZED (
          SELECT *, row_number() OVER (ORDER BY n) AS place FROM fresh
          WHERE NOT EXISTS (SELECT FROM refused WHERE refused.stream = fresh.stream AND refused.unit <= fresh.unit)),
        taken AS (
          UPDATE log.head SET position = position + (SELECT count(*) FROM accepted),
                              recorded = greatest(recorded, clock_timestamp())
          WHERE (SELECT count(*) FROM accepted) > 0
          RETURNING position, recorded),
        inserted AS (
          INSERT INTO log.event
          SELECT taken.position - (SELECT count(*) FROM accepted) + place, stream, sequence, event_id, command_id,
                 type, revision, taken.recorded, payload, metadata, owner_kind, owner, content
          FROM taken CROSS JOIN accepted ORDER BY place)
        SELECT taken.position - (SELECT count(*) FROM accepted), taken.recorded, refused.unit, refused.recorded_before
        FROM (VALUES (1)) AS answer (n) LEFT JOIN taken ON true LEFT JOIN refused ON true
        """.formatted(FRESH);

    private interface Parameters {
        void bind(PreparedStatement statement, Connection connection) throws SQLException;
    }

    private final LogId log;

    EventInsert(LogId log) {
        this.log = log;
    }

    /**
     * Must be called outside a transaction: a violated index would end it.
     *
     * @return each unit's outcome, in order; empty if the log does not accept all of them, and none was inserted
     */
    Optional<List<Outcome>> insertAll(Connection connection, List<UnitOfWork> batch) throws SQLException {
        UnitOfWork first = batch.getFirst();
        Judgement taken = batch.size() == 1 && first.events().size() == 1
                ? taken(connection, ONE, (statement, _) -> bind(first, statement))
                : taken(connection, ALL, EventColumns.of(batch)::bind);
        return Optional.ofNullable(taken).map(all -> all.outcomes(batch, log));
    }

    /** @return each unit's outcome, in order */
    List<Outcome> insertJudged(Connection connection, List<UnitOfWork> batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(JUDGED)) {
            EventColumns.of(batch).bind(statement, connection);
            try (ResultSet answer = statement.executeQuery()) {
                return Judgement.read(answer).outcomes(batch, log);
            }
        }
    }

    /** @return null if the log does not accept all units */
    private static @Nullable Judgement taken(Connection connection, String sql, Parameters parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.bind(statement, connection);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() ? Judgement.ofAll(answer) : null;
            }
        } catch (SQLException e) {
            if (SqlFailure.of(e) == SqlFailure.OVERTAKEN) {
                return null;
            }
            throw e;
        }
    }

    private static void bind(UnitOfWork ofOne, PreparedStatement statement) throws SQLException {
        EncodedEvent event = ofOne.events().getFirst();
        NewEvent fresh = event.fresh();
        String stream = ofOne.stream().value();
        statement.setLong(1, fresh.sequence());
        statement.setString(2, stream);
        statement.setLong(3, fresh.sequence());
        statement.setString(4, stream);
        statement.setLong(5, fresh.sequence());
        statement.setObject(6, fresh.id().value());
        SealedRow row = event.row();
        Owner owner = row.identity().owner();
        statement.setString(7, row.identity().command());
        statement.setString(8, row.identity().name().type());
        statement.setShort(9, (short) row.identity().name().revision());
        statement.setBytes(10, row.payload());
        statement.setBytes(11, row.metadata());
        statement.setObject(12, owner == null ? null : (short) owner.code(), Types.SMALLINT);
        statement.setObject(13, owner == null ? null : owner.id());
        statement.setBytes(14, row.content());
    }

    /**
     * @param before the position before the first accepted event
     * @param recorded null if no unit was accepted
     * @param refused the index of each refused unit; true if its command is already in the log
     */
    private record Judgement(long before, @Nullable Instant recorded, Map<Integer, Boolean> refused) {

        static Judgement ofAll(ResultSet answer) throws SQLException {
            OffsetDateTime recorded = answer.getObject(2, OffsetDateTime.class);
            return new Judgement(answer.getLong(1), recorded.toInstant(), Map.of());
        }

        static Judgement read(ResultSet answer) throws SQLException {
            Map<Integer, Boolean> refused = new HashMap<>();
            answer.next();
            long before = answer.getLong(1);
            OffsetDateTime recorded = answer.getObject(2, OffsetDateTime.class);
            do {
                int unit = answer.getInt(3);
                if (!answer.wasNull()) {
                    refused.merge(unit, answer.getBoolean(4), Boolean::logicalOr);
                }
            } while (answer.next());
            return new Judgement(before, recorded == null ? null : recorded.toInstant(), refused);
        }

        List<Outcome> outcomes(List<UnitOfWork> batch, LogId log) {
            List<Outcome> outcomes = new ArrayList<>(batch.size());
            Set<StreamId> broken = new HashSet<>();
            long next = before + 1;
            for (UnitOfWork unit : batch) {
                Boolean recordedBefore = refused.get(outcomes.size());
                if (recordedBefore != null) {
                    broken.add(unit.stream());
                }
                if (recorded == null || broken.contains(unit.stream())) {
                    outcomes.add(Boolean.TRUE.equals(recordedBefore) ? unit.alreadyRecorded() : Outcome.conflict());
                } else {
                    outcomes.add(unit.recorded(log, next, recorded));
                    next += unit.events().size();
                }
            }
            return outcomes;
        }
    }
}
