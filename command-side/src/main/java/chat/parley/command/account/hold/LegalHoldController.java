package chat.parley.command.account.hold;

import chat.parley.access.ClientCaller;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
import chat.parley.events.UserId;
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

    record Recorded(long position) {}

    record Hold(boolean held) {}

    private final LegalHolds holds;

    LegalHoldController(LegalHolds holds) {
        this.holds = holds;
    }

    @PutMapping
    @Operation(
            summary = "Keep all a person wrote",
            description = "Neither the person nor the operator can delete or erase any of it until the hold is lifted.")
    Recorded place(@Scoped(Scope.OPERATOR) ClientCaller caller, @PathVariable UserId account) {
        return new Recorded(holds.place(caller, account));
    }

    @DeleteMapping
    @Operation(summary = "Lift a legal hold")
    Recorded lift(@Scoped(Scope.OPERATOR) ClientCaller caller, @PathVariable UserId account) {
        return new Recorded(holds.lift(caller, account));
    }

    @GetMapping
    @Operation(summary = "Whether a person is under legal hold")
    Hold ask(@Scoped(Scope.OPERATOR) ClientCaller caller, @PathVariable UserId account) {
        return new Hold(holds.isHeld(account));
    }
}
