package chat.parley.command.account.hold;

import chat.parley.access.ClientCaller;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
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

    record HoldRecorded(long position) {}

    record LegalHold(boolean held) {}

    private final LegalHolds holds;

    LegalHoldController(LegalHolds holds) {
        this.holds = holds;
    }

    @PutMapping
    @Operation(
            operationId = "placeLegalHold",
            summary = "Keep all a person wrote",
            description = "Neither the person nor the operator can delete or erase any of it until the hold is lifted.")
    @RefusedWith({Reason.ACCOUNT_UNKNOWN, Reason.ACCOUNT_ERASED})
    HoldRecorded place(@Scoped(Scope.OPERATOR) ClientCaller caller, @PathVariable UserId account) {
        return new HoldRecorded(holds.place(caller, account));
    }

    @DeleteMapping
    @Operation(operationId = "liftLegalHold", summary = "Lift a legal hold")
    @RefusedWith({Reason.ACCOUNT_UNKNOWN, Reason.ACCOUNT_ERASED})
    HoldRecorded lift(@Scoped(Scope.OPERATOR) ClientCaller caller, @PathVariable UserId account) {
        return new HoldRecorded(holds.lift(caller, account));
    }

    @GetMapping
    @Operation(operationId = "isUnderLegalHold", summary = "Whether a person is under legal hold")
    @RefusedWith(Reason.ACCOUNT_UNKNOWN)
    LegalHold ask(@Scoped(Scope.OPERATOR) ClientCaller caller, @PathVariable UserId account) {
        return new LegalHold(holds.isHeld(account));
    }
}
