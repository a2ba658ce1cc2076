package chat.parley.command.erasure;

import chat.parley.access.Caller;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.command.session.RefreshCookie;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EraseAccountController {

    private final IdempotentCommands commands;
    private final AccountEraser erasing;
    private final RefreshCookie cookie;

    EraseAccountController(IdempotentCommands commands, AccountEraser erasing, RefreshCookie cookie) {
        this.commands = commands;
        this.erasing = erasing;
        this.cookie = cookie;
    }

    @Throttled(Limit.ERASE_ACCOUNT)
    @DeleteMapping("/api/me")
    @Operation(
            summary = "Erase oneself",
            description =
                    "Cannot be undone. All one's sessions end, the key of everything one wrote is destroyed, and every"
                            + " store erases what it holds; `GET /api/erasures/{erasure}` shows the progress. What others"
                            + " wrote stays.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RefusedWith({Reason.WRONG_CREDENTIALS, Reason.LEGAL_HOLD})
    ResponseEntity<Erased> eraseOneself(Caller caller, IdempotencyKey key, @RequestBody PasswordAgain request) {
        CommandKey command = key.of(caller);
        Erased erased = commands.once(
                command, Erased.class, () -> erasing.eraseOneself(caller, request.password(), command.commandId()));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .body(erased);
    }

    @DeleteMapping("/api/accounts/{account}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Erase a person", description = "Repeating it changes nothing and gets the first answer.")
    @RefusedWith({Reason.ACCOUNT_UNKNOWN, Reason.LEGAL_HOLD})
    Erased eraseOther(
            @Scoped(Scope.OPERATOR) MachineClientCaller caller, IdempotencyKey key, @PathVariable UserId account) {
        CommandKey command = key.of(caller);
        return commands.once(command, Erased.class, () -> erasing.eraseOther(caller, account, command.commandId()));
    }
}
