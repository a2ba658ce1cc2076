package chat.parley.access;

import java.util.Collection;
import java.util.Set;

/** The web addresses whose pages may use a cookie or open a socket, e.g. {@code https://chat.example.org}. */
public final class Origins {

    private final Set<String> accepted;

    public Origins(Collection<String> accepted) {
        this.accepted = Set.copyOf(accepted);
    }

    /** Exactly as the browser sends it: scheme, host and port. */
    public boolean accepts(String origin) {
        return accepted.contains(origin);
    }
}
