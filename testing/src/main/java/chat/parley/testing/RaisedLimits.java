package chat.parley.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings for tests, in which one address is many people and a person is quicker than any: what is counted by address and by account is
 * raised. The attempts to get in as one person are limited as they usually are. Passwords are hashed in little memory: nothing is behind them.
 */
public final class RaisedLimits {

    private static final String RAISED = "100000/1m";
    private static final List<String> LIMITS = List.of(
            "sign-in-address",
            "register-address",
            "refresh-address",
            "token-address",
            "socket-address",
            "resume-account",
            "ticket-session",
            "ticket-account",
            "search-account",
            "replay-client",
            "messages-account",
            "marks-account",
            "requests-account");

    private RaisedLimits() {}

    public static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        LIMITS.forEach(limit -> properties.put("parley.limits." + limit, RAISED));
        properties.put("parley.hashing.waiting", 200);
        properties.put("parley.hashing.memory", 512);
        properties.put("parley.gateway.sockets-per-session", 1_000);
        properties.put("parley.gateway.sockets-per-account", 1_000);
        return properties;
    }

    /** As arguments of a program, without the hyphens in front. */
    public static List<String> arguments() {
        return properties().entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toList();
    }
}
