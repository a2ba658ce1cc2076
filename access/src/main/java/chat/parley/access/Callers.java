package chat.parley.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is behind the request that this thread handles. */
public final class Callers {

    private Callers() {}

    /** Null if the request did not have to be authenticated. */
    public static @Nullable Principal current() {
        return TokenAuthenticationProvider.principalOf(
                SecurityContextHolder.getContext().getAuthentication());
    }
}
