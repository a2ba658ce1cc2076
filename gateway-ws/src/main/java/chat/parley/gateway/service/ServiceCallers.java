package chat.parley.gateway.service;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.util.UUID;

/** Callers for requests that the gateway makes for a person without a session, or for itself. */
public final class ServiceCallers {

    /** No session has this id, so it never ends. */
    private static final SessionId NO_SESSION = new SessionId(new UUID(0, 0));

    private static final UserId NO_ONE = new UserId(new UUID(0, 0));

    private ServiceCallers() {}

    /** For the gateway itself. */
    public static ServiceCaller nobody() {
        return of(NO_ONE);
    }

    public static ServiceCaller of(UserId user) {
        return new ServiceCaller(new Caller(user, NO_SESSION));
    }
}
