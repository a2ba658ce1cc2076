package chat.parley.log.guard;

import chat.parley.events.UserId;
import java.util.Optional;

/** Which account holds a username; one that was given is never given again. */
public interface Usernames {

    Optional<UserId> holderOf(String username);
}
