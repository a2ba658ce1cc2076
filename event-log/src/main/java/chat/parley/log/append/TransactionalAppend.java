package chat.parley.log.append;

import chat.parley.log.LogUnavailable;
import chat.parley.log.NewEvent;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.AppendGuard;
import chat.parley.log.guard.GuardRows;
import chat.parley.log.signal.CommitNotifier;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends that need a transaction. Guard rows are written first and the head row is locked last: every append waits for the
 * head row, so its holder must not wait for anything else.
 */
final class TransactionalAppend {

    /** If this process hangs while it holds the head row, PostgreSQL ends its transaction. */
    private static final String SET_UP = """
        SELECT set_config('synchronous_commit', %s, true), set_config('lock_timeout', '4s', true),
               set_config('idle_in_transaction_session_timeout', '4s', true)
        """.formatted(Durability.SYNCHRONOUS_COMMIT);

    private static final Set<String> OVERTAKEN =
            Set.of("event_stream_sequence", "membership_pkey", "membership_present", "membership_in_order");

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final GuardRows guards;
    private final List<AppendGuard> others;
    private final EventInsert insert;
    private final CommitNotifier commits;

    TransactionalAppend(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            GuardRows guards,
            List<AppendGuard> others,
            EventInsert insert,
            CommitNotifier commits) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.guards = guards;
        this.others = others;
        this.insert = insert;
        this.commits = commits;
    }

    boolean isNeededFor(List<NewEvent> unitOfWork) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                || unitOfWork.stream().anyMatch(event -> guards.concern(event.event()) || concernsOthers(event));
    }

    private boolean concernsOthers(NewEvent event) {
        return others.stream().anyMatch(guard -> guard.concerns(event.event()));
    }

    List<StoredEvent> append(List<NewEvent> unitOfWork, List<UnitOfWork> units) {
        AtomicBoolean written = new AtomicBoolean();
        try {
            return transactions.execute(_ -> {
                List<StoredEvent> stored = appendInTransaction(unitOfWork, units);
                written.set(true);
                return stored;
            });
        } catch (DataIntegrityViolationException e) {
            throw conflict(units, e);
        } catch (UncategorizedSQLException e) {
            Optional<Refused> refusal = SqlFailure.refusal(e.getSQLException());
            throw refusal.isPresent() ? refusal.get() : e;
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException
                | TransactionException e) {
            throw written.get()
                    ? LogUnavailable.unknown(e)
                    : LogUnavailable.notRecorded("PostgreSQL is not reachable or cannot write", e);
        }
    }

    private List<StoredEvent> appendInTransaction(List<NewEvent> unitOfWork, List<UnitOfWork> units) {
        jdbc.execute(SET_UP);
        unitOfWork.forEach(event -> {
            guards.write(event.event(), event.sequence());
            others.stream()
                    .filter(guard -> guard.concerns(event.event()))
                    .forEach(guard -> guard.write(event.event(), event.sequence()));
        });
        List<StoredEvent> stored = new ArrayList<>(unitOfWork.size());
        for (UnitOfWork unit : units) {
            stored.addAll(outcomeOf(unit).orThrow());
        }
        List<StoredEvent> all = List.copyOf(stored);
        tellAfterCommit(all);
        return all;
    }

    private Outcome outcomeOf(UnitOfWork unit) {
        ConnectionCallback<Outcome> alone =
                connection -> insert.insertJudged(connection, List.of(unit)).getFirst();
        Outcome outcome = jdbc.execute(alone);
        return outcome == null ? Outcome.conflict() : outcome;
    }

    private void tellAfterCommit(List<StoredEvent> stored) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                commits.committed(stored);
            }
        });
    }

    /** A violated constraint means that another writer was first, or that the decision was made on outdated data. */
    private static RuntimeException conflict(List<UnitOfWork> units, DataIntegrityViolationException e) {
        String message = String.valueOf(e.getMostSpecificCause().getMessage());
        if (message.contains("event_stream_command")) {
            return units.getFirst().alreadyRecorded().reason();
        }
        return OVERTAKEN.stream().anyMatch(message::contains) ? new SequenceConflict() : e;
    }
}
