package chat.parley.command.session;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends the sessions nobody uses any more, and deletes those nobody has any more. */
@Component
class SessionExpiry {

    private final Sessions sessions;

    SessionExpiry(Sessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void endUnused() {
        sessions.endUnused();
        sessions.deleteErased();
    }
}
