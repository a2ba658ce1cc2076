package chat.parley.command.session;

import chat.parley.access.AccessTokens;
import chat.parley.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Builds the response that hands tokens to a client, where that client keeps them. */
@Component
public final class SignInResponses {

    private final AccessTokens tokens;
    private final RefreshCookie cookie;

    SignInResponses(AccessTokens tokens, RefreshCookie cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    /** @param position of the registration in the log, if this was one */
    public ResponseEntity<SignedIn> answer(
            HttpStatus status,
            Sessions.IssuedSession session,
            String username,
            ClientType client,
            @Nullable Long position) {
        boolean inBody = client == ClientType.NATIVE;
        SignedIn body = new SignedIn(
                session.account(),
                username,
                session.session(),
                tokens.accessToken(new Caller(session.account(), session.session())),
                AccessTokens.ACCESS_LIFETIME.toSeconds(),
                inBody ? session.refresh().value() : null,
                position);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (!inBody) {
            answer.header(HttpHeaders.SET_COOKIE, cookie.holding(session.refresh()));
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").body(body);
    }
}
