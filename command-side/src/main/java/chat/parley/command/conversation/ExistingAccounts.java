package chat.parley.command.conversation;

import chat.parley.events.UserId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Checks that accounts exist and are not erased. */
@Component
public final class ExistingAccounts {

    private final AccountStatuses standings;

    ExistingAccounts(AccountStatuses standings) {
        this.standings = standings;
    }

    /** @throws Refused {@link Reason#USER_UNKNOWN} if one of them has no account or is erased */
    public void require(Collection<UserId> people) {
        if (standings.countNotErased(people) < people.size()) {
            throw new Refused(Reason.USER_UNKNOWN);
        }
    }
}
