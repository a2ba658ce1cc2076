package chat.parley.access;

import chat.parley.events.SessionId;
import java.util.function.Consumer;

/**
 * The recently ended sessions, whose tokens may not have expired yet: those of people, and those of machine clients, which end with the
 * client's revocation ({@link MachineClientCaller#session}). An end arrives by broadcast within milliseconds, and
 * from the table of sessions within about a second at worst.
 */
public interface EndedSessions {

    /** Announces the end of a session to every service; to be called after its commit. */
    void ended(SessionId session);

    boolean isEnded(SessionId session);

    /**
     * Registers a listener that is told of each ended session soon, on no particular thread.
     *
     * @return closing it removes the listener
     */
    Registration listen(Consumer<SessionId> listener);

    /**
     * False if neither source was reached for five seconds. It is then unknown who is still signed in, so everyone must be
     * refused.
     */
    boolean reachable();

    /** One listener, until it is closed. */
    interface Registration extends AutoCloseable {

        @Override
        void close();
    }
}
