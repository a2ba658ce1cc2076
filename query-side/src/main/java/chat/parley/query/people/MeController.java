package chat.parley.query.people;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.Allowed;
import chat.parley.events.ContactDetails;
import chat.parley.events.Findable;
import chat.parley.events.ProfileDetails;
import chat.parley.events.StatusDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.events.Visibility;
import chat.parley.log.EventLog;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.query.freshness.Freshness;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
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
            @Nullable String about,
            String email,
            @Nullable String phone,
            Findable findable,
            Allowed writes,
            Allowed adds,
            Visibility visibility,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            StatusDetails status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UploadId avatar) {

        static Me of(UserId user, OwnAccount.Details details, AccountStatuses.Privacy privacy) {
            ProfileDetails profile = details.profile();
            ContactDetails contact = details.contact();
            return new Me(
                    user,
                    profile.username(),
                    profile.displayName(),
                    profile.about(),
                    contact.email(),
                    contact.phone(),
                    privacy.findable(),
                    privacy.writes(),
                    privacy.adds(),
                    privacy.visibility(),
                    details.status(),
                    details.avatar());
        }
    }

    private final EventLog log;
    private final AccountStatuses accounts;
    private final Freshness freshness;

    MeController(EventLog log, AccountStatuses accounts, Freshness freshness) {
        this.accounts = accounts;
        this.log = log;
        this.freshness = freshness;
    }

    /** From the person's own events: views that others read hold neither address nor phone number. */
    @GetMapping("/api/me")
    @Operation(operationId = "getOneself", summary = "One's own account")
    @RefusedWith(Reason.USER_UNKNOWN)
    Me me(Caller caller, @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        freshness.ofLog(after);
        UserId user = caller.user();
        return OwnAccount.of(caller.user(), log)
                .map(details -> Me.of(caller.user(), details, accounts.privacy(user)))
                .orElseThrow(() -> new Refused(Reason.USER_UNKNOWN));
    }
}
