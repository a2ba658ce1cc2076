package chat.parley.query.people;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.AccountDetails;
import chat.parley.events.AccountRegistered;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.query.freshness.Freshness;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class MeController {

    record Me(
            UserId user,
            String username,
            String displayName,
            String email,
            @Nullable String phone) {}

    private final EventLog log;
    private final Freshness freshness;

    MeController(EventLog log, Freshness freshness) {
        this.log = log;
        this.freshness = freshness;
    }

    /** From the person's own events: views that others read hold neither address nor phone number. */
    @GetMapping("/api/me")
    @Operation(operationId = "getOneself", summary = "One's own account")
    @RefusedWith(Reason.USER_UNKNOWN)
    Me me(Caller caller, @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        freshness.ofLog(after);
        return log.readStream(StreamId.account(caller.user()), 0, 1).stream()
                .map(MeController::details)
                .map(details -> new Me(
                        caller.user(), details.username(), details.displayName(), details.email(), details.phone()))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.USER_UNKNOWN));
    }

    private static AccountDetails details(StoredEvent event) {
        if (event.event() instanceof AccountRegistered registered && registered.content() != null) {
            return registered.content();
        }
        throw new Refused(Reason.USER_UNKNOWN);
    }
}
