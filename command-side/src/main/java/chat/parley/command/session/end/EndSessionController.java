package chat.parley.command.session.end;

import chat.parley.access.Caller;
import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.command.session.EndReason;
import chat.parley.command.session.RefreshCookie;
import chat.parley.command.session.Session;
import chat.parley.command.session.Sessions;
import chat.parley.events.SessionId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EndSessionController {

    private static final String ENDS_ITS_CALLER = "Whoever repeats it has no session to ask with.";

    private final IdempotentCommands commands;
    private final Sessions sessions;
    private final RefreshCookie cookie;

    EndSessionController(IdempotentCommands commands, Sessions sessions, RefreshCookie cookie) {
        this.commands = commands;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @WithoutIdempotencyKey(ENDS_ITS_CALLER)
    @DeleteMapping(path = "/api/sessions/current", headers = HttpHeaders.AUTHORIZATION)
    @Operation(summary = "Sign out", description = "With an access token, or with the cookie from an accepted origin.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirement(name = "refreshCookie")
    @RefusedWith({Reason.ORIGIN_REFUSED, Reason.REFRESH_INVALID})
    ResponseEntity<Void> signOut(Caller caller) {
        sessions.end(caller.session(), EndReason.SIGNED_OUT);
        return signedOut();
    }

    /** For a browser whose access token has expired; documented together with the other. */
    @Hidden
    @OpenToEveryone
    @WithoutIdempotencyKey(ENDS_ITS_CALLER)
    @DeleteMapping(path = "/api/sessions/current", headers = "!" + HttpHeaders.AUTHORIZATION)
    ResponseEntity<Void> signOutByCookie(
            @CookieValue(name = RefreshCookie.NAME, required = false) @Nullable String held,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin) {
        if (held == null) {
            throw new Refused(Reason.UNAUTHENTICATED);
        }
        sessions.end(cookie.read(held, origin), EndReason.SIGNED_OUT);
        return signedOut();
    }

    @DeleteMapping("/api/sessions/others")
    @Operation(operationId = "endOtherSessions", summary = "End all of one's sessions but this one")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> endOthers(Caller caller, IdempotencyKey key) {
        commands.once(
                key.of(caller),
                () -> sessions.announce(
                        sessions.endOthers(caller.user(), caller.session(), EndReason.SIGNED_OUT),
                        EndReason.SIGNED_OUT));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/sessions/{session}")
    @Operation(operationId = "endSession", summary = "End one of one's sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RefusedWith(Reason.SESSION_UNKNOWN)
    ResponseEntity<Void> end(Caller caller, IdempotencyKey key, @PathVariable SessionId session) {
        commands.once(key.of(caller), () -> endOwn(caller, session));
        return ResponseEntity.noContent().build();
    }

    private void endOwn(Caller caller, SessionId session) {
        Session own = sessions.find(session)
                .filter(found -> found.isOf(caller.user()))
                .orElseThrow(() -> new Refused(Reason.SESSION_UNKNOWN));
        sessions.end(own.id(), EndReason.SIGNED_OUT);
    }

    private ResponseEntity<Void> signedOut() {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .build();
    }
}
