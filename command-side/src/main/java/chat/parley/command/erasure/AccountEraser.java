package chat.parley.command.erasure;

import chat.parley.access.Caller;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.MachineClientId;
import chat.parley.command.account.credential.Credential;
import chat.parley.command.account.credential.CredentialRepository;
import chat.parley.command.account.password.PasswordHashing;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.command.session.EndReason;
import chat.parley.command.session.Sessions;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.StoredEvent;
import chat.parley.log.erasure.ErasureId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases people. Credential, sessions, data key, username and the event change in one transaction. Other stores erase what
 * they hold afterwards.
 */
@Component
class AccountEraser {

    private final PasswordHashing hashing;
    private final CredentialRepository credentials;
    private final Sessions sessions;
    private final AccountStatuses standings;
    private final ErasureStart erasures;
    private final IdempotentCommands commands;
    private final CommandDispatch dispatch;
    private final SecurityEvents security;
    private final TransactionTemplate transaction;

    AccountEraser(
            PasswordHashing hashing,
            CredentialRepository credentials,
            Sessions sessions,
            AccountStatuses standings,
            ErasureStart erasures,
            IdempotentCommands commands,
            CommandDispatch dispatch,
            SecurityEvents security,
            PlatformTransactionManager transactions) {
        this.hashing = hashing;
        this.credentials = credentials;
        this.sessions = sessions;
        this.standings = standings;
        this.erasures = erasures;
        this.commands = commands;
        this.dispatch = dispatch;
        this.security = security;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Committed(Erased answer, List<SessionId> ended, boolean isFirst) {}

    /** @throws Refused {@link Reason#WRONG_CREDENTIALS}, {@link Reason#LEGAL_HOLD} */
    Erased eraseOneself(Caller caller, String password, CommandId id) {
        Optional<Credential> credential = credentials.findByAccount(caller.user());
        String hash = credential.map(Credential::passwordHash).orElse(null);
        if (!hashing.matches(password, hash)) {
            return erasedAlready(caller.user()).orElseThrow(() -> {
                security.record(new SecurityEvent.ErasureRefused(caller.user()));
                return new Refused(Reason.WRONG_CREDENTIALS);
            });
        }
        return erase(caller.user(), null, command -> dispatch.send(command, caller, id));
    }

    /** A second concurrent request finds no password any more, and is answered with the erasure. */
    private Optional<Erased> erasedAlready(UserId account) {
        return erasures.of(account).map(erasure -> new Erased(erasure.id(), erasure.position()));
    }

    /** @throws Refused {@link Reason#ACCOUNT_UNKNOWN}, {@link Reason#LEGAL_HOLD} */
    Erased eraseOther(MachineClientCaller caller, UserId account, CommandId id) {
        return erase(account, caller.client(), command -> dispatch.send(command, caller, id));
    }

    private Erased erase(
            UserId account, @Nullable MachineClientId by, Function<EraseAccount, List<StoredEvent>> record) {
        Committed committed = transaction.execute(_ -> eraseOnce(account, record));
        if (committed.isFirst()) {
            security.record(new SecurityEvent.ErasureBegun(account, by));
        }
        sessions.announce(committed.ended(), EndReason.ERASED);
        erasures.committed(account);
        return committed.answer();
    }

    /** Locks the account before deciding, so that no concurrent decision about it can interfere. */
    private Committed eraseOnce(UserId account, Function<EraseAccount, List<StoredEvent>> record) {
        standings.lock(account);
        Optional<Erased> before = erasedAlready(account);
        if (before.isPresent()) {
            return new Committed(before.get(), List.of(), false);
        }
        credentials.lock(account);
        List<SessionId> ended = sessions.erase(account);
        credentials.remove(account);
        commands.forget(account.value());
        ErasureId erasure = erasures.begin(account);
        long position = record.apply(new EraseAccount(account)).getFirst().position();
        return new Committed(new Erased(erasure, position), ended, true);
    }
}
