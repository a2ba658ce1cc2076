package chat.parley.log;

import org.springframework.boot.health.contributor.Status;

/** What the log says of its health beside up and down. */
public final class LogHealth {

    /** Something is wrong that operators should look at; the service still answers, so it stays in rotation. */
    public static final Status DEGRADED = new Status("DEGRADED");

    private LogHealth() {}
}
