package chat.parley.log.append;

import chat.parley.events.EventId;
import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import chat.parley.log.LogUnavailable;
import chat.parley.refusals.Refused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Writes batches on a connection of its own, and finds out the outcome of each unit even if the connection breaks. */
final class BatchWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    /** How often a batch that met a conflict is inserted again before each unit is inserted alone. */
    private static final int JUDGED_TOGETHER = 5;

    private static final Duration UNTIL_REACHABLE = Duration.ofSeconds(3);
    private static final Duration UNTIL_RESOLVED = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DataSource dataSource;
    private final EventInsert insert;
    private final RecordedUnits recorded;
    private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();
    private volatile @Nullable WriterSession session;
    private volatile boolean failing;

    BatchWriter(DataSource dataSource, LogId log) {
        this.dataSource = dataSource;
        this.insert = new EventInsert(log);
        this.recorded = new RecordedUnits(log);
    }

    /** @return each unit's outcome, in order */
    List<Outcome> write(List<UnitOfWork> batch) {
        return write(batch, true);
    }

    /** @param again whether a batch that is found not to be in the log may be written once more */
    private List<Outcome> write(List<UnitOfWork> batch, boolean again) {
        for (int judged = 1; judged <= JUDGED_TOGETHER; judged++) {
            try {
                List<Outcome> outcomes = insert(batch);
                recovered();
                return outcomes;
            } catch (SQLException e) {
                SqlFailure failure = session == null ? SqlFailure.NOT_NOW : SqlFailure.of(e);
                if (failure != SqlFailure.OVERTAKEN) {
                    return failed(batch, failure, e, again);
                }
            }
        }
        return batch.size() == 1 ? List.of(Outcome.conflict()) : oneByOne(batch);
    }

    private List<Outcome> insert(List<UnitOfWork> batch) throws SQLException {
        WriterSession current = session();
        Optional<List<Outcome>> all = current.runGuarded(connection -> insert.insertAll(connection, batch));
        return all.isPresent() ? all.get() : current.runGuarded(connection -> insert.insertJudged(connection, batch));
    }

    private List<Outcome> failed(List<UnitOfWork> batch, SqlFailure failure, SQLException cause, boolean again) {
        WriterSession current = session;
        if (failure == SqlFailure.ANSWER_LOST && current != null) {
            return resolve(batch, current, cause, again);
        }
        if (failure == SqlFailure.UNACCEPTABLE) {
            return batch.size() == 1 ? List.of(refused(cause)) : oneByOne(batch);
        }
        return allUnavailable(
                batch, current == null ? "PostgreSQL is not reachable" : "PostgreSQL cannot write", cause);
    }

    private Outcome refused(SQLException e) {
        Optional<Refused> refusal = SqlFailure.refusal(e);
        if (refusal.isPresent()) {
            return new Outcome.Failed(refusal.get());
        }
        var translated = translator.translate("append", null, e);
        return new Outcome.Failed(translated == null ? new IllegalArgumentException(e.getMessage(), e) : translated);
    }

    /** Inserts each unit alone, so that a unit PostgreSQL rejects fails only itself and the units that build on it. */
    private List<Outcome> oneByOne(List<UnitOfWork> batch) {
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        Set<StreamId> broken = new HashSet<>();
        for (UnitOfWork unit : batch) {
            Outcome last = outcomes.isEmpty() ? null : outcomes.getLast();
            boolean away = last instanceof Outcome.Failed(var reason) && reason instanceof LogUnavailable;
            Outcome outcome = away && last != null ? last : alone(unit, broken);
            if (outcome instanceof Outcome.Failed) {
                broken.add(unit.stream());
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private Outcome alone(UnitOfWork unit, Set<StreamId> broken) {
        return broken.contains(unit.stream())
                ? Outcome.conflict()
                : write(List.of(unit)).getFirst();
    }

    /**
     * The connection broke before the answer came, perhaps because this thread was interrupted. Asks the log which units it
     * holds.
     */
    private List<Outcome> resolve(List<UnitOfWork> batch, WriterSession lost, SQLException cause, boolean again) {
        boolean interrupted = Thread.interrupted();
        try {
            return resolveUninterrupted(batch, lost, cause, again);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<Outcome> resolveUninterrupted(
            List<UnitOfWork> batch, WriterSession lost, SQLException cause, boolean again) {
        failing("the log's writer lost its connection", cause);
        discard();
        long deadline = System.nanoTime() + UNTIL_RESOLVED.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                WriterSession next = session();
                next.awaitEndOf(lost);
                return complete(batch, next.runGuarded(connection -> recorded.among(batch, connection)), cause, again);
            } catch (SQLException e) {
                LOG.debug("not known yet what became of {} units: {}", batch.size(), e.getMessage());
                discard();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return all(batch, LogUnavailable.unknown(cause));
    }

    /**
     * The lost session has ended, so a unit that is not in the log will not appear any more: it is written again, in its
     * order.
     */
    private List<Outcome> complete(
            List<UnitOfWork> batch, Map<EventId, Outcome> found, SQLException cause, boolean again) {
        List<UnitOfWork> missing = batch.stream()
                .filter(unit -> !found.containsKey(unit.firstId()))
                .toList();
        if (missing.isEmpty()) {
            return batch.stream().map(unit -> found.get(unit.firstId())).toList();
        }
        List<Outcome> second =
                again ? write(missing, false) : allUnavailable(missing, "the connection to PostgreSQL broke", cause);
        for (int index = 0; index < missing.size(); index++) {
            found.put(missing.get(index).firstId(), second.get(index));
        }
        return batch.stream().map(unit -> found.get(unit.firstId())).toList();
    }

    private List<Outcome> allUnavailable(List<UnitOfWork> batch, String why, SQLException cause) {
        failing(why, cause);
        return all(batch, LogUnavailable.notRecorded(why, cause));
    }

    private static List<Outcome> all(List<UnitOfWork> batch, LogUnavailable reason) {
        Outcome failed = new Outcome.Failed(reason);
        return batch.stream().map(_ -> failed).toList();
    }

    /** Tries several connections: after a restart of PostgreSQL the pool may hand out broken ones, one after another. */
    private WriterSession session() throws SQLException {
        long deadline = System.nanoTime() + UNTIL_REACHABLE.toNanos();
        while (session == null) {
            try {
                session = WriterSession.open(dataSource);
            } catch (SQLException e) {
                if (System.nanoTime() >= deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return session;
    }

    /** Whether it has a connection that works. */
    boolean isHealthy() {
        return session != null && !failing;
    }

    /** Called regularly by another thread. */
    void breakIfStuck() {
        WriterSession current = session;
        if (current != null) {
            current.breakIfStuck();
        }
    }

    /** Logged once, not for every batch of an outage. */
    private void failing(String why, SQLException cause) {
        if (!failing) {
            failing = true;
            LOG.warn("{}: {}", why, cause.getMessage());
        }
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOG.info("the log records again");
        }
    }

    private void discard() {
        if (session != null) {
            session.discard();
            session = null;
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
