package chat.parley.command.account.hold;

import chat.parley.access.MachineClientCaller;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.AccountStatuses.AccountStatus;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Places and lifts legal holds; concurrent requests for the same account wait for each other. */
@Component
class LegalHolds {

    private final CommandDispatch dispatch;
    private final AccountStatuses standings;
    private final EventLog log;
    private final SecurityEvents security;
    private final TransactionTemplate transaction;

    LegalHolds(
            CommandDispatch dispatch,
            AccountStatuses standings,
            EventLog log,
            SecurityEvents security,
            PlatformTransactionManager transactions) {
        this.dispatch = dispatch;
        this.standings = standings;
        this.log = log;
        this.security = security;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return the position of the hold; if the account is held already, of the earlier one
     * @throws Refused {@link Reason#ACCOUNT_UNKNOWN}, {@link Reason#ACCOUNT_ERASED}
     */
    long place(MachineClientCaller caller, UserId account, CommandId id) {
        long position = decide(account, new PlaceLegalHold(account), caller, id);
        security.record(new SecurityEvent.HoldPlaced(account, caller.client()));
        return position;
    }

    /**
     * @return the position of the lifting; if nothing was held, of the account's newest event
     * @throws Refused {@link Reason#ACCOUNT_UNKNOWN}
     */
    long lift(MachineClientCaller caller, UserId account, CommandId id) {
        long position = decide(account, new LiftLegalHold(account), caller, id);
        security.record(new SecurityEvent.HoldLifted(account, caller.client()));
        return position;
    }

    /** @throws Refused {@link Reason#ACCOUNT_UNKNOWN} */
    boolean isHeld(UserId account) {
        return standings.of(account).map(AccountStatus::held).orElseThrow(() -> new Refused(Reason.ACCOUNT_UNKNOWN));
    }

    /** Locks the account before deciding, so that no concurrent decision about it can interfere. */
    private long decide(UserId account, Object command, MachineClientCaller caller, CommandId id) {
        return IdempotentDispatch.send(
                        log,
                        StreamId.account(account),
                        id,
                        () -> transaction.execute(_ -> {
                            standings.lock(account);
                            return dispatch.send(command, caller, id);
                        }))
                .map(StoredEvent::position)
                .orElseGet(() -> newest(account));
    }

    private long newest(UserId account) {
        return log.newestOf(List.of(StreamId.account(account))).getFirst().position();
    }
}
