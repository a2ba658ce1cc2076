package chat.parley.command.account.changepassword;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PasswordController {

    private final IdempotentCommands commands;
    private final Passwords passwords;

    PasswordController(IdempotentCommands commands, Passwords passwords) {
        this.commands = commands;
        this.passwords = passwords;
    }

    @Throttled(Limit.CHANGE_PASSWORD)
    @PutMapping("/api/me/password")
    @Operation(
            operationId = "changePassword",
            summary = "Change one's password",
            description = "Takes the old one, and ends all other sessions if that is asked for.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RefusedWith({Reason.WRONG_CREDENTIALS, Reason.PASSWORD_WEAK})
    ResponseEntity<Void> change(Caller caller, IdempotencyKey key, @RequestBody PasswordChange change) {
        commands.once(key.of(caller), () -> passwords.change(caller, change));
        return ResponseEntity.noContent().build();
    }
}
