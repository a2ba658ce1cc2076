package chat.parley.security;

import java.time.Clock;
import java.util.List;

/** For tests of what records security events. */
public final class RecordedSecurityEvents {

    private RecordedSecurityEvents() {}

    /** Kept nowhere. */
    public static SecurityEvents none() {
        return new SecurityEvents(List.of(), Clock.systemUTC());
    }
}
