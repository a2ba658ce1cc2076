package chat.parley.log.guard;

import chat.parley.events.UserId;
import java.util.Optional;

/** Which account holds a username; one that was given is never given again. */
public interface Usernames {

    Optional<UserId> holderOf(String username);

    /** Whether someone has this name, or had it until they were erased. */
    boolean wasGiven(String username);
}
