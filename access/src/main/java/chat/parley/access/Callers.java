package chat.parley.access;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From an Authorization header to the one who asks, if that one may ask at all. */
final class Callers {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final EndedSessions ended;

    Callers(AccessTokens tokens, EndedSessions ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    Caller caller(@Nullable String authorization) {
        return admitted(authorization, tokens::verify);
    }

    ServiceCaller serviceCaller(@Nullable String authorization) {
        return new ServiceCaller(admitted(authorization, tokens::verifyService));
    }

    ClientCaller client(@Nullable String authorization, Scope[] oneOf) {
        String token = bearer(authorization);
        if (tokens.isPersons(token)) {
            throw new Refused(Reason.INSUFFICIENT_SCOPE, "This is for programs with a token of their own.");
        }
        ClientCaller caller = tokens.verifyClient(token);
        if (Arrays.stream(oneOf).noneMatch(caller::may)) {
            throw new Refused(Reason.INSUFFICIENT_SCOPE);
        }
        return caller;
    }

    private Caller admitted(@Nullable String authorization, Function<String, Caller> verification) {
        Caller caller = verification.apply(bearer(authorization));
        if (ended.isEnded(caller.session())) {
            throw new Refused(Reason.SESSION_ENDED);
        }
        if (!ended.reachable()) {
            throw new Refused(Reason.UNAVAILABLE, Reason.UNAVAILABLE.sentence(), Duration.ofSeconds(1));
        }
        return caller;
    }

    private static String bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Refused(Reason.UNAUTHENTICATED);
        }
        return authorization.substring(SCHEME.length());
    }
}
