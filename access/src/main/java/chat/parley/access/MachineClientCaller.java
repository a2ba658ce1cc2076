package chat.parley.access;

import chat.parley.events.SessionId;
import java.util.Set;

/**
 * A machine client that calls in its own name. A controller's parameter of this type must be marked {@link Scoped}; it
 * accepts only tokens of such clients with one of those scopes.
 *
 * @param scopes what this token grants, perhaps less than the client may have
 */
public record MachineClientCaller(MachineClientId client, Set<Scope> scopes) implements Principal {

    public MachineClientCaller {
        scopes = Set.copyOf(scopes);
    }

    /** All its tokens belong to one session, which has the client's id and ends when the client is revoked. */
    public SessionId session() {
        return new SessionId(client.value());
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
