package chat.parley.access;

import chat.parley.events.SessionId;
import java.util.function.Consumer;

/**
 * The sessions that ended so lately that a token of theirs may still look valid. An end becomes known here by broadcast
 * within milliseconds, and at worst by reading the sessions' table within about a second.
 */
public interface EndedSessions {

    /** Tells every service that a session has ended; to be called after the end was committed. */
    void ended(SessionId session);

    boolean isEnded(SessionId session);

    /**
     * Has someone told of each session that becomes known as ended, soon and in no particular thread.
     *
     * @return closing it ends the telling
     */
    Registration listen(Consumer<SessionId> listener);

    /** False once no source was reached for five seconds: who is still signed in cannot be told, so refuse everyone. */
    boolean reachable();

    /** One listener, until it is closed. */
    interface Registration extends AutoCloseable {

        @Override
        void close();
    }
}
