package chat.parley.command.conversation.mute;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.GroupChanges;
import chat.parley.command.conversation.GroupChanges.GroupChanged;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.contracts.Required;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MutesController {

    private static final long MOST_MINUTES = Duration.ofDays(365).toMinutes();

    /** @param minutes for how long, 1 to 525,600 */
    record NewMute(@Required Long minutes) {}

    private final GroupChanges changes;
    private final Clock clock;

    MutesController(GroupChanges changes, ObjectProvider<Clock> clock) {
        this.changes = changes;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/conversations/{conversation}/members/{user}/mute")
    @Operation(
            operationId = "muteMember",
            summary = "Let a member of a group say nothing for a while",
            description =
                    "For its owners and admins, of those whose role is below theirs. Who is muted reads, deletes what"
                            + " they wrote and takes back reactions; they write, edit, react and pin nothing, also after"
                            + " leaving and coming back. Doing it again replaces the time.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MEMBER_UNKNOWN,
        Reason.USER_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.MUTE_INVALID,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    GroupChanged mute(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable UserId user,
            @RequestBody NewMute request) {
        if (request.minutes() < 1 || request.minutes() > MOST_MINUTES) {
            throw Refused.forField("minutes", Reason.MUTE_INVALID);
        }
        Instant until = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(request.minutes()));
        return changes.once(
                key.of(caller, request), caller, () -> new ChangeMute(conversation, caller.user(), user, until));
    }

    @Throttled(Limit.CHANGE_GROUP)
    @DeleteMapping("/api/conversations/{conversation}/members/{user}/mute")
    @Operation(
            operationId = "unmuteMember",
            summary = "Let a member of a group speak again",
            description = "For whoever may mute them. Where they are not muted nothing is recorded.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MEMBER_UNKNOWN,
        Reason.USER_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    GroupChanged unmute(
            Caller caller, IdempotencyKey key, @PathVariable ConversationId conversation, @PathVariable UserId user) {
        return changes.once(key.of(caller), caller, () -> new ChangeMute(conversation, caller.user(), user, null));
    }
}
