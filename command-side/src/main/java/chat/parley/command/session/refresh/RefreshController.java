package chat.parley.command.session.refresh;

import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.credential.Credential;
import chat.parley.command.account.credential.CredentialRepository;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.command.session.ClientType;
import chat.parley.command.session.RefreshCookie;
import chat.parley.command.session.RefreshToken;
import chat.parley.command.session.Sessions;
import chat.parley.command.session.SignInResponses;
import chat.parley.command.session.SignedIn;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RefreshController {

    record RefreshRequest(@Nullable String refreshToken) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "RefreshRequest";
        }
    }

    private final Sessions sessions;
    private final CredentialRepository credentials;
    private final RefreshCookie cookie;
    private final SignInResponses answers;

    RefreshController(
            Sessions sessions, CredentialRepository credentials, RefreshCookie cookie, SignInResponses answers) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.cookie = cookie;
        this.answers = answers;
    }

    @OpenToEveryone
    @WithoutIdempotencyKey("A refresh token is valid once; its answer is a secret.")
    @Throttled(Limit.REFRESH_ADDRESS)
    @PostMapping("/api/sessions/refresh")
    @Operation(
            summary = "Get new tokens",
            description =
                    "Takes the refresh token from the body, or from the cookie if the request's origin is accepted. A"
                            + " refresh token is valid once. If the answer is lost, the request can be repeated within a"
                            + " minute, unless the next token was used. Any other use of an old token ends its session.")
    @SecurityRequirement(name = "refreshCookie")
    @RefusedWith({Reason.REFRESH_INVALID, Reason.ORIGIN_REFUSED})
    ResponseEntity<SignedIn> refresh(
            @RequestBody RefreshRequest request,
            @CookieValue(name = RefreshCookie.NAME, required = false) @Nullable String held,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin) {
        String given = request.refreshToken();
        RefreshToken presented = given == null ? cookie.read(held, origin) : RefreshToken.parse(given);
        Sessions.IssuedSession session = sessions.refresh(presented);
        String username = credentials
                .findByAccount(session.account())
                .map(Credential::username)
                .orElseThrow(() -> new Refused(Reason.REFRESH_INVALID));
        ClientType client = given == null ? ClientType.BROWSER : ClientType.NATIVE;
        return answers.answer(HttpStatus.OK, session, username, client, null);
    }
}
