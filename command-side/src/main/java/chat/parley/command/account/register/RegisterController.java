package chat.parley.command.account.register;

import chat.parley.access.OpenToEveryone;
import chat.parley.command.http.WithoutKey;
import chat.parley.command.session.Client;
import chat.parley.command.session.SignInAnswers;
import chat.parley.command.session.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegisterController {

    private final Registration registration;
    private final SignInAnswers answers;

    RegisterController(Registration registration, SignInAnswers answers) {
        this.registration = registration;
        this.answers = answers;
    }

    @OpenToEveryone
    @WithoutKey("Nobody asks yet, and its answer is a secret; the username is taken once.")
    @PostMapping("/api/accounts")
    @Operation(
            summary = "Register and sign in",
            description =
                    "A username is lower-cased, 3 to 20 of a-z, 0-9, underscore and full stop, and never given again.")
    ResponseEntity<SignedIn> register(@RequestBody NewAccount account) {
        Registration.Registered registered = registration.register(account);
        return answers.answer(
                HttpStatus.CREATED,
                registered.session(),
                account.details().username(),
                Client.orBrowser(account.client()),
                registered.position());
    }
}
