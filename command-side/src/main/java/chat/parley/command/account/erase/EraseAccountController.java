package chat.parley.command.account.erase;

import chat.parley.access.Caller;
import chat.parley.access.ClientCaller;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
import chat.parley.command.http.Required;
import chat.parley.command.session.RefreshCookie;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
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

    record EraseOneself(@Required String password) {

        /** Holds a password, which does not belong in a log. */
        @Override
        public String toString() {
            return "EraseOneself";
        }
    }

    private final Erasing erasing;
    private final RefreshCookie cookie;

    EraseAccountController(Erasing erasing, RefreshCookie cookie) {
        this.erasing = erasing;
        this.cookie = cookie;
    }

    @DeleteMapping("/api/me")
    @Operation(
            summary = "Erase oneself",
            description =
                    "Cannot be undone. All one's sessions end, the key of everything one wrote is destroyed, and every store "
                            + "forgets; `GET /api/erasures/{erasure}` tells how far that has come. What others wrote stays.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RefusedWith({Reason.WRONG_CREDENTIALS, Reason.LEGAL_HOLD})
    ResponseEntity<Erased> eraseOneself(Caller caller, @RequestBody EraseOneself request) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header(HttpHeaders.SET_COOKIE, cookie.cleared().toString())
                .body(erasing.eraseOneself(caller, request.password()));
    }

    @DeleteMapping("/api/accounts/{account}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Erase a person",
            description = "Repeating it changes nothing and is answered as the first time.")
    @RefusedWith({Reason.ACCOUNT_UNKNOWN, Reason.LEGAL_HOLD})
    Erased eraseOther(@Scoped(Scope.OPERATOR) ClientCaller caller, @PathVariable UserId account) {
        return erasing.eraseOther(caller, account);
    }
}
