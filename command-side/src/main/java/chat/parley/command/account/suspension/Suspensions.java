package chat.parley.command.account.suspension;

import chat.parley.access.MachineClientCaller;
import chat.parley.command.account.credential.Credential;
import chat.parley.command.account.credential.CredentialRepository;
import chat.parley.command.account.decision.AccountDecisions;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.session.EndReason;
import chat.parley.command.session.Sessions;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Suspends accounts and lifts that: the credential, the sessions and the event change in one transaction. */
@Component
class Suspensions {

    private final CommandDispatch dispatch;
    private final AccountStatuses statuses;
    private final AccountDecisions decisions;
    private final CredentialRepository credentials;
    private final Sessions sessions;
    private final SecurityEvents security;

    Suspensions(
            CommandDispatch dispatch,
            AccountStatuses statuses,
            AccountDecisions decisions,
            CredentialRepository credentials,
            Sessions sessions,
            SecurityEvents security) {
        this.dispatch = dispatch;
        this.statuses = statuses;
        this.decisions = decisions;
        this.credentials = credentials;
        this.sessions = sessions;
        this.security = security;
    }

    /**
     * @return the position of the suspension; if the account is suspended already, of its newest event
     * @throws Refused {@link Reason#ACCOUNT_UNKNOWN}, {@link Reason#ACCOUNT_ERASED}
     */
    long suspend(MachineClientCaller caller, UserId account, CommandId id) {
        List<SessionId> ended = new ArrayList<>();
        long position = decisions.decide(account, id, () -> {
            // A session that begins meanwhile waits, and then does not begin.
            credentials.suspend(account, true);
            ended.addAll(sessions.endAll(account, EndReason.SUSPENDED));
            return dispatch.send(new SuspendAccount(account), caller, id);
        });
        sessions.announce(ended, EndReason.SUSPENDED);
        security.record(new SecurityEvent.AccountSuspended(account, caller.client()));
        return position;
    }

    /**
     * @return the position of the lifting; if the account is not suspended, of its newest event
     * @throws Refused {@link Reason#ACCOUNT_UNKNOWN}, {@link Reason#ACCOUNT_ERASED}
     */
    long lift(MachineClientCaller caller, UserId account, CommandId id) {
        long position = decisions.decide(account, id, () -> {
            credentials.suspend(account, false);
            return dispatch.send(new LiftSuspension(account), caller, id);
        });
        security.record(new SecurityEvent.SuspensionLifted(account, caller.client()));
        return position;
    }

    /** @throws Refused {@link Reason#ACCOUNT_UNKNOWN} */
    boolean isSuspended(UserId account) {
        return statuses.of(account)
                .map(_ -> credentials
                        .findByAccount(account)
                        .filter(Credential::isSuspended)
                        .isPresent())
                .orElseThrow(() -> new Refused(Reason.ACCOUNT_UNKNOWN));
    }
}
