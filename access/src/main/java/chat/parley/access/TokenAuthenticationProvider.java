package chat.parley.access;

import chat.parley.events.SessionId;
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

    private final TokenVerifier tokens;
    private final EndedSessions ended;

    TokenAuthenticationProvider(TokenVerifier tokens, EndedSessions ended) {
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
            case Caller caller -> requireSession(caller.session());
            case ServiceCaller service -> requireSession(service.caller().session());
            case MachineClientCaller client -> requireSession(client.session());
        }
        return new PreAuthenticatedAuthenticationToken(principal, token, List.of());
    }

    private void requireSession(SessionId session) {
        if (ended.isEnded(session)) {
            throw new Refused(Reason.SESSION_ENDED);
        }
        if (!ended.reachable()) {
            throw new Refused(Reason.UNAVAILABLE, Reason.UNAVAILABLE.sentence(), Duration.ofSeconds(1));
        }
    }
}
