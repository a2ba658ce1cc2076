package chat.parley.command.session.signin;

import chat.parley.access.NewSession;
import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.access.SignInBroadcast;
import chat.parley.command.account.credential.Credential;
import chat.parley.command.account.credential.CredentialRepository;
import chat.parley.command.account.password.PasswordHashing;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.command.session.ClientType;
import chat.parley.command.session.DeviceName;
import chat.parley.command.session.Sessions;
import chat.parley.command.session.SignInResponses;
import chat.parley.command.session.SignedIn;
import chat.parley.contracts.Required;
import chat.parley.events.AccountDetails;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import chat.parley.throttling.ClientAddress;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SignInController {

    record SignIn(
            @Required String username,
            @Required String password,
            @Nullable ClientType client,
            @Nullable String device) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "SignIn";
        }
    }

    private final CredentialRepository credentials;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final SignInResponses answers;
    private final SignInTries tries;
    private final SecurityEvents security;
    private final SignInBroadcast broadcast;

    SignInController(
            CredentialRepository credentials,
            PasswordHashing hashing,
            Sessions sessions,
            SignInResponses answers,
            SignInTries tries,
            SecurityEvents security,
            SignInBroadcast broadcast) {
        this.credentials = credentials;
        this.hashing = hashing;
        this.sessions = sessions;
        this.answers = answers;
        this.tries = tries;
        this.security = security;
        this.broadcast = broadcast;
    }

    @OpenToEveryone
    @WithoutIdempotencyKey("Its answer is a secret; signing in again begins another session.")
    @Throttled(Limit.SIGN_IN_ADDRESS)
    @PostMapping("/api/sessions")
    @Operation(summary = "Sign in", description = "Begins a session on this device.")
    @ResponseStatus(HttpStatus.CREATED)
    @RefusedWith({Reason.WRONG_CREDENTIALS, Reason.ACCOUNT_SUSPENDED})
    ResponseEntity<SignedIn> signIn(@RequestBody SignIn request, HttpServletRequest from) {
        String device = DeviceName.normalized(request.device());
        DeviceName.problem(device).ifPresent(problem -> {
            throw Refused.forFields(List.of(problem));
        });
        Credential credential = tries.once(
                AccountDetails.usernameFrom(request.username()),
                ClientAddress.of(from),
                name -> verified(name, request));
        Sessions.IssuedSession session = sessions.begin(credential.account(), device);
        security.record(new SecurityEvent.SignedIn(session.account(), session.session()));
        broadcast.signedIn(new NewSession(session.account(), session.session(), device));
        ClientType client = ClientType.orBrowser(request.client());
        return answers.answer(HttpStatus.CREATED, session, credential.username(), client, null);
    }

    /** An unknown username takes as long as a wrong password, so that timing does not reveal usernames. */
    private Credential verified(String username, SignIn request) {
        Optional<Credential> credential = credentials.findByUsername(username);
        String hash = credential.map(Credential::passwordHash).orElse(null);
        boolean matches = hashing.matches(request.password(), hash);
        return credential.filter(_ -> matches).orElseThrow(() -> {
            security.record(new SecurityEvent.SignInFailed(
                    credential.map(Credential::account).orElse(null)));
            return new Refused(Reason.WRONG_CREDENTIALS);
        });
    }
}
