package chat.parley.access;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Authenticates the bearer token of a request. */
final class TokenAuthenticationProvider implements AuthenticationProvider {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final EndedSessions ended;

    TokenAuthenticationProvider(AccessTokens tokens, EndedSessions ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    /** The unverified token of a request; null if it has none. */
    static @Nullable Authentication in(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? null
                : new PreAuthenticatedAuthenticationToken("", authorization.substring(SCHEME.length()));
    }

    /** The principal of a verified token; null if there was none. */
    static @Nullable Principal principalOf(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Principal named ? named : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == PreAuthenticatedAuthenticationToken.class;
    }

    /** @throws Refused answered with its own reason by {@link FilterRefusalHandler}; Spring Security knows only one */
    @Override
    public Authentication authenticate(Authentication authentication) {
        String token = String.valueOf(authentication.getCredentials());
        Principal principal = tokens.verify(token);
        switch (principal) {
            case Caller caller -> requireSession(caller);
            case ServiceCaller service -> requireSession(service.caller());
            case MachineClientCaller _ -> {
                // A machine client has no session.
            }
        }
        return new PreAuthenticatedAuthenticationToken(principal, token, List.of());
    }

    private void requireSession(Caller caller) {
        if (ended.isEnded(caller.session())) {
            throw new Refused(Reason.SESSION_ENDED);
        }
        if (!ended.reachable()) {
            throw new Refused(Reason.UNAVAILABLE, Reason.UNAVAILABLE.sentence(), Duration.ofSeconds(1));
        }
    }
}
