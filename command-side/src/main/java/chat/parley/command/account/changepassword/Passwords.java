package chat.parley.command.account.changepassword;

import chat.parley.access.Caller;
import chat.parley.command.account.credential.Credential;
import chat.parley.command.account.credential.CredentialRepository;
import chat.parley.command.account.password.PasswordHashing;
import chat.parley.command.account.password.PasswordRules;
import chat.parley.command.session.EndReason;
import chat.parley.command.session.Sessions;
import chat.parley.events.SessionId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes passwords: the hash and the ends of other sessions are written in one transaction. */
@Component
class Passwords {

    private final CredentialRepository credentials;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    Passwords(
            CredentialRepository credentials,
            PasswordHashing hashing,
            Sessions sessions,
            PlatformTransactionManager transactions) {
        this.credentials = credentials;
        this.hashing = hashing;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws Refused {@link Reason#WRONG_CREDENTIALS}, {@link Reason#PASSWORD_WEAK} */
    void change(Caller caller, PasswordChange change) {
        Credential credential =
                credentials.findByAccount(caller.user()).orElseThrow(() -> new Refused(Reason.SESSION_ENDED));
        requireOld(change, credential);
        if (PasswordRules.isWeak(change.newPassword(), credential.username())) {
            throw Refused.forField("newPassword", Reason.PASSWORD_WEAK);
        }
        String hash = hashing.hash(change.newPassword());
        List<SessionId> ended = transaction.execute(_ -> {
            if (credentials.changePassword(caller.user(), credential.passwordHash(), hash) == 0) {
                throw new Refused(Reason.CONFLICT);
            }
            return change.endsOthers()
                    ? sessions.endOthers(caller.user(), caller.session(), EndReason.PASSWORD_CHANGED)
                    : List.of();
        });
        sessions.announce(ended, EndReason.PASSWORD_CHANGED);
    }

    /** Whoever repeats the change after its answer was lost has the new one already. */
    private void requireOld(PasswordChange change, Credential credential) {
        String hash = credential.passwordHash();
        if (!hashing.matches(change.oldPassword(), hash) && !hashing.matches(change.newPassword(), hash)) {
            throw Refused.forField("oldPassword", Reason.WRONG_CREDENTIALS);
        }
    }
}
