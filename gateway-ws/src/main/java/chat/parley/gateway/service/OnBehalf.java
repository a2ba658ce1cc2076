package chat.parley.gateway.service;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.util.UUID;

/** What the gateway asks for a person without any of their sessions at hand. */
public final class OnBehalf {

    /** No session has this id, so none of this id ever ends. */
    private static final SessionId NO_SESSION = new SessionId(new UUID(0, 0));

    private static final UserId NO_ONE = new UserId(new UUID(0, 0));

    private OnBehalf() {}

    /** What it asks for itself. */
    public static ServiceCaller nobody() {
        return of(NO_ONE);
    }

    public static ServiceCaller of(UserId user) {
        return new ServiceCaller(new Caller(user, NO_SESSION));
    }
}
