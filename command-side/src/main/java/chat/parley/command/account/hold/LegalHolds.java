package chat.parley.command.account.hold;

import chat.parley.access.MachineClientCaller;
import chat.parley.command.account.decision.AccountDecisions;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.AccountStatuses.AccountStatus;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import org.springframework.stereotype.Component;

/** Places and lifts legal holds; concurrent requests for the same account wait for each other. */
@Component
class LegalHolds {

    private final CommandDispatch dispatch;
    private final AccountStatuses statuses;
    private final AccountDecisions decisions;
    private final SecurityEvents security;

    LegalHolds(
            CommandDispatch dispatch, AccountStatuses statuses, AccountDecisions decisions, SecurityEvents security) {
        this.dispatch = dispatch;
        this.statuses = statuses;
        this.decisions = decisions;
        this.security = security;
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
        return statuses.of(account).map(AccountStatus::held).orElseThrow(() -> new Refused(Reason.ACCOUNT_UNKNOWN));
    }

    private long decide(UserId account, Object command, MachineClientCaller caller, CommandId id) {
        return decisions.decide(account, id, () -> dispatch.send(command, caller, id));
    }
}
