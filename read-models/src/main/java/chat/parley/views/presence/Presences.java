package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Who is online, and when those who are not were last. */
public interface Presences {

    /** The presence of each of the given people. */
    Map<UserId, Presence> of(Collection<UserId> users);

    /** When each of someone's devices was last connected, as far as the last 90 days know. */
    Map<SessionId, Instant> lastSeenOfDevices(UserId user);

    /**
     * Removes everything about someone, tickets included, and takes in nothing about them for a day, longer than any socket of
     * theirs can stay.
     */
    void forget(UserId user);
}
