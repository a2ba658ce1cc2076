package chat.parley.log.guard;

import chat.parley.events.UserId;
import java.util.Collection;
import java.util.Optional;

/** What may be done with a person's account, as of now. */
public interface AccountStandings {

    /**
     * @param held nothing of this person's may be deleted or erased
     * @param erased for ever
     */
    record Standing(boolean held, boolean erased) {}

    /** Nothing for an account there never was. */
    Optional<Standing> of(UserId account);

    /** How many of these accounts there are that were not erased. */
    int livingAmong(Collection<UserId> accounts);

    /** As {@link #of}; whoever else decides about this account waits until the caller's transaction has ended. */
    Optional<Standing> lock(UserId account);
}
