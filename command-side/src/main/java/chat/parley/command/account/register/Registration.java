package chat.parley.command.account.register;

import chat.parley.access.Caller;
import chat.parley.command.account.credential.CredentialRepository;
import chat.parley.command.account.password.PasswordHashing;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.session.Sessions;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Usernames;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers people: credential, session and event are written in one transaction. */
@Component
class Registration {

    private static final FieldProblem USERNAME_TAKEN = new FieldProblem("username", Reason.USERNAME_TAKEN);

    private final Usernames usernames;
    private final PasswordHashing hashing;
    private final CredentialRepository credentials;
    private final Sessions sessions;
    private final CommandDispatch dispatch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Registration(
            Usernames usernames,
            PasswordHashing hashing,
            CredentialRepository credentials,
            Sessions sessions,
            CommandDispatch dispatch,
            PlatformTransactionManager transactions,
            ObjectProvider<Clock> clock) {
        this.usernames = usernames;
        this.hashing = hashing;
        this.credentials = credentials;
        this.sessions = sessions;
        this.dispatch = dispatch;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** @param position of the registration in the log */
    record Registered(Sessions.IssuedSession session, long position) {}

    /** @throws Refused naming each invalid field */
    Registered register(NewAccount account) {
        UserId user = new UserId(UUID.randomUUID());
        refuseProblems(account, user);
        String hash = hashing.hash(account.secret());
        return transaction.execute(_ -> record(user, account, hash));
    }

    private void refuseProblems(NewAccount account, UserId user) {
        List<FieldProblem> problems = new ArrayList<>(account.problems());
        boolean named = problems.stream().noneMatch(problem -> problem.field().equals("username"));
        if (named && usernames.belongsToAnother(account.details().username(), user)) {
            problems.add(USERNAME_TAKEN);
        }
        if (!problems.isEmpty()) {
            throw Refused.forFields(problems);
        }
    }

    /** The append comes last: it locks the log's head row, which every other append waits for. */
    private Registered record(UserId user, NewAccount account, String hash) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (credentials.add(user, account.details().username(), hash, now) == 0) {
            throw Refused.forFields(List.of(USERNAME_TAKEN));
        }
        Sessions.IssuedSession session = sessions.begin(user, account.device());
        List<StoredEvent> recorded =
                dispatch.send(new RegisterAccount(user, account.details()), new Caller(user, session.session()));
        return new Registered(session, recorded.getFirst().position());
    }
}
