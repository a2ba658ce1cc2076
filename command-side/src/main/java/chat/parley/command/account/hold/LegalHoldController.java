package chat.parley.command.account.hold;

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
@RequestMapping("/api/accounts/{account}/legal-hold")
class LegalHoldController {

    private final IdempotentCommands commands;
    private final LegalHolds holds;

    LegalHoldController(IdempotentCommands commands, LegalHolds holds) {
        this.commands = commands;
        this.holds = holds;
    }

    @PutMapping
    @Operation(
            operationId = "placeLegalHold",
            summary = "Place a legal hold",
            description = "Nothing the person wrote can be deleted or erased until the hold is lifted.")
    @RefusedWith({Reason.ACCOUNT_UNKNOWN, Reason.ACCOUNT_ERASED})
    HoldChanged place(
            @Scoped(Scope.OPERATOR) MachineClientCaller caller, IdempotencyKey key, @PathVariable UserId account) {
        CommandKey command = key.of(caller);
        return commands.once(
                command, HoldChanged.class, () -> new HoldChanged(holds.place(caller, account, command.commandId())));
    }

    @DeleteMapping
    @Operation(operationId = "liftLegalHold", summary = "Lift a legal hold")
    @RefusedWith({Reason.ACCOUNT_UNKNOWN, Reason.ACCOUNT_ERASED})
    HoldChanged lift(
            @Scoped(Scope.OPERATOR) MachineClientCaller caller, IdempotencyKey key, @PathVariable UserId account) {
        CommandKey command = key.of(caller);
        return commands.once(
                command, HoldChanged.class, () -> new HoldChanged(holds.lift(caller, account, command.commandId())));
    }

    @GetMapping
    @Operation(operationId = "isUnderLegalHold", summary = "Whether a person is under legal hold")
    @RefusedWith(Reason.ACCOUNT_UNKNOWN)
    HoldStatus ask(@Scoped(Scope.OPERATOR) MachineClientCaller caller, @PathVariable UserId account) {
        return new HoldStatus(holds.isHeld(account));
    }
}
