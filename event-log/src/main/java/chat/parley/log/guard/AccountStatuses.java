package chat.parley.log.guard;

import chat.parley.events.Allowed;
import chat.parley.events.Findable;
import chat.parley.events.UserId;
import chat.parley.events.Visibility;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The status of accounts, as of now. */
public interface AccountStatuses {

    /**
     * @param held under legal hold: nothing of this person may be deleted or erased
     * @param erased for ever
     */
    record AccountStatus(boolean held, boolean erased) {}

    /**
     * @param writes who may write to the person
     * @param adds who may add them to groups
     * @param visibility whom they show what of them
     */
    record Privacy(Findable findable, Allowed writes, Allowed adds, Visibility visibility) {}

    /** Empty if there never was such an account. */
    Optional<AccountStatus> of(UserId account);

    /** By what strangers find this person; by nothing if there is no such account. */
    Findable findable(UserId account);

    /** What this person allows others, as of now; least if there is no such account. */
    Privacy privacy(UserId account);

    /** Of these people, those who do not let somebody add them to groups; who lets nobody write lets nobody add them. */
    Set<UserId> keepingOut(Collection<UserId> people, UserId somebody);

    /** How many of these accounts exist and are not erased. */
    int countNotErased(Collection<UserId> accounts);

    /** As {@link #of}, and locks the account until the caller's transaction ends. */
    Optional<AccountStatus> lock(UserId account);
}
