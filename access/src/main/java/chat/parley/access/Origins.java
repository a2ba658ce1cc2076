package chat.parley.access;

import java.util.Collection;
import java.util.Set;

/** The origins whose pages may use the refresh cookie or open a socket, such as {@code https://chat.example.org}. */
public final class Origins {

    private final Set<String> accepted;

    public Origins(Collection<String> accepted) {
        this.accepted = Set.copyOf(accepted);
    }

    /** Compares exactly with what the browser sends: scheme, host and port. */
    public boolean accepts(String origin) {
        return accepted.contains(origin);
    }
}
