package chat.parley.command.account.decision;

import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.AccountStatuses;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions about an account: those about the same one wait for each other. */
@Component
public final class AccountDecisions {

    private final AccountStatuses statuses;
    private final EventLog log;
    private final TransactionTemplate transaction;

    AccountDecisions(AccountStatuses statuses, EventLog log, PlatformTransactionManager transactions) {
        this.statuses = statuses;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Locks the account before deciding, so that no concurrent decision about it can interfere.
     *
     * @param decide dispatches a command with this id, as the last thing in its transaction
     * @return the position of what this or an earlier attempt recorded; if nothing had to be, of the account's newest event
     */
    public long decide(UserId account, CommandId id, Supplier<List<StoredEvent>> decide) {
        return IdempotentDispatch.send(
                        log,
                        StreamId.account(account),
                        id,
                        () -> transaction.execute(_ -> {
                            statuses.lock(account);
                            return decide.get();
                        }))
                .map(StoredEvent::position)
                .orElseGet(() -> newest(account));
    }

    private long newest(UserId account) {
        return log.newestOf(List.of(StreamId.account(account))).getFirst().position();
    }
}
