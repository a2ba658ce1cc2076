package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Who is online, and when others were last seen. */
public interface Presences {

    /** The presence of each of the given people. */
    Map<UserId, Presence> of(Collection<UserId> users);

    /** When each of someone's devices was last connected, within the last 90 days. */
    Map<SessionId, Instant> lastSeenOfDevices(UserId user);

    /**
     * Deletes everything about a person, including tickets, and accepts nothing about them for a day, longer than any socket
     * of theirs can exist.
     */
    void forget(UserId user);
}
