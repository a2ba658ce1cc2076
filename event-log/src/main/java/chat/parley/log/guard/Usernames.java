package chat.parley.log.guard;

import chat.parley.events.UserId;
import java.util.Optional;

/** Which account has a username. A username is never given to a second person. */
public interface Usernames {

    Optional<UserId> holderOf(String username);

    /** Whether someone has this username, or had it until they were erased. */
    boolean wasGiven(String username);
}
