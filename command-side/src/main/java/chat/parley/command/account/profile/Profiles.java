package chat.parley.command.account.profile;

import chat.parley.access.Caller;
import chat.parley.command.account.credential.Credential;
import chat.parley.command.account.credential.CredentialRepository;
import chat.parley.command.account.decision.AccountDecisions;
import chat.parley.command.account.details.DetailRules;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.events.ProfileDetails;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Usernames;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttle;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Changes profiles. The username one signs in with changes in the transaction of the event. */
@Component
class Profiles {

    private final AccountDecisions decisions;
    private final Usernames usernames;
    private final CredentialRepository credentials;
    private final CommandDispatch dispatch;
    private final Throttle throttle;

    Profiles(
            AccountDecisions decisions,
            Usernames usernames,
            CredentialRepository credentials,
            CommandDispatch dispatch,
            Throttle throttle) {
        this.decisions = decisions;
        this.usernames = usernames;
        this.credentials = credentials;
        this.dispatch = dispatch;
        this.throttle = throttle;
    }

    /**
     * @return the position since which the profile is so
     * @throws Refused naming each invalid field
     */
    long change(Caller caller, ProfileDetails profile, CommandId id) {
        List<FieldProblem> problems = DetailRules.problems(profile).toList();
        if (!problems.isEmpty()) {
            throw Refused.forFields(problems);
        }
        boolean renamed = isNew(profile.username(), caller.user());
        if (renamed) {
            refuseTaken(profile.username(), caller.user());
        }
        return decisions.decide(caller.user(), id, () -> record(caller, profile, id));
    }

    private boolean isNew(String username, UserId account) {
        return credentials
                .findByAccount(account)
                .map(Credential::username)
                .filter(username::equals)
                .isEmpty();
    }

    /** Each name is taken for ever, and so one may not try many. */
    private void refuseTaken(String username, UserId account) {
        if (usernames.belongsToAnother(username, account)) {
            throw taken();
        }
        throttle.take(Limit.CHANGE_USERNAME, account).orRefuse();
    }

    private List<StoredEvent> record(Caller caller, ProfileDetails profile, CommandId id) {
        try {
            credentials.rename(caller.user(), profile.username());
            return dispatch.send(new ChangeProfile(caller.user(), profile), caller, id);
        } catch (DataIntegrityViolationException another) {
            throw taken();
        } catch (Refused refused) {
            throw refused.reason() == Reason.USERNAME_TAKEN ? taken() : refused;
        }
    }

    private static Refused taken() {
        return Refused.forField("username", Reason.USERNAME_TAKEN);
    }
}
