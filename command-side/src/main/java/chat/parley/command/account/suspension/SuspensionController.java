package chat.parley.command.account.suspension;

import chat.parley.access.MachineClientCaller;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts/{account}/suspension")
class SuspensionController {

    private final IdempotentCommands commands;
    private final Suspensions suspensions;

    SuspensionController(IdempotentCommands commands, Suspensions suspensions) {
        this.commands = commands;
        this.suspensions = suspensions;
    }

    @PutMapping
    @Operation(
            operationId = "suspendAccount",
            summary = "Suspend an account",
            description =
                    "Its sessions end, nobody signs in with it and nobody finds it, until that is lifted. What the"
                            + " person wrote stays.")
    @RefusedWith({Reason.ACCOUNT_UNKNOWN, Reason.ACCOUNT_ERASED})
    SuspensionChanged suspend(
            @Scoped(Scope.OPERATOR) MachineClientCaller caller, IdempotencyKey key, @PathVariable UserId account) {
        CommandKey command = key.of(caller);
        return commands.once(
                command,
                SuspensionChanged.class,
                () -> new SuspensionChanged(suspensions.suspend(caller, account, command.commandId())));
    }

    @DeleteMapping
    @Operation(operationId = "liftSuspension", summary = "Let an account be signed in with again")
    @RefusedWith({Reason.ACCOUNT_UNKNOWN, Reason.ACCOUNT_ERASED})
    SuspensionChanged lift(
            @Scoped(Scope.OPERATOR) MachineClientCaller caller, IdempotencyKey key, @PathVariable UserId account) {
        CommandKey command = key.of(caller);
        return commands.once(
                command,
                SuspensionChanged.class,
                () -> new SuspensionChanged(suspensions.lift(caller, account, command.commandId())));
    }

    @GetMapping
    @Operation(operationId = "isSuspended", summary = "Whether an account is suspended")
    @RefusedWith(Reason.ACCOUNT_UNKNOWN)
    SuspensionStatus ask(@Scoped(Scope.OPERATOR) MachineClientCaller caller, @PathVariable UserId account) {
        return new SuspensionStatus(suspensions.isSuspended(account));
    }
}
