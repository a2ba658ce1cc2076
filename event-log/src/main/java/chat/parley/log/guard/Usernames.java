package chat.parley.log.guard;

import chat.parley.events.UserId;
import java.util.Optional;

/** Which account has a username. A username is never given to a second person. */
public interface Usernames {

    Optional<UserId> holderOf(String username);

    /** Whether someone else has this username or ever had it. */
    boolean belongsToAnother(String username, UserId account);
}
