package chat.parley.command.account.register;

import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.command.session.ClientType;
import chat.parley.command.session.Sessions;
import chat.parley.command.session.SignInResponses;
import chat.parley.command.session.SignedIn;
import chat.parley.refusals.Reason;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegisterController {

    private final Registration registration;
    private final SignInResponses answers;
    private final SecurityEvents security;

    RegisterController(Registration registration, SignInResponses answers, SecurityEvents security) {
        this.registration = registration;
        this.answers = answers;
        this.security = security;
    }

    @OpenToEveryone
    @WithoutIdempotencyKey("Nobody asks yet, and its answer is a secret; the username is taken once.")
    @Throttled(Limit.REGISTER_ADDRESS)
    @PostMapping("/api/accounts")
    @Operation(
            summary = "Register and sign in",
            description =
                    "A username is lower-cased, 3 to 20 of a-z, 0-9, underscore and full stop, and never given again.")
    @ResponseStatus(HttpStatus.CREATED)
    @RefusedWith({
        Reason.USERNAME_TAKEN,
        Reason.USERNAME_INVALID,
        Reason.PASSWORD_WEAK,
        Reason.DISPLAY_NAME_INVALID,
        Reason.EMAIL_INVALID,
        Reason.PHONE_INVALID
    })
    ResponseEntity<SignedIn> register(@RequestBody NewAccount account) {
        Registration.Registered registered = registration.register(account);
        Sessions.IssuedSession first = registered.session();
        security.record(new SecurityEvent.Registered(first.account(), first.session()));
        return answers.answer(
                HttpStatus.CREATED,
                first,
                account.details().username(),
                ClientType.orBrowser(account.client()),
                registered.position());
    }
}
