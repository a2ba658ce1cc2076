package chat.parley.command.conversation.groupdetails;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.GroupChanges;
import chat.parley.command.conversation.GroupChanges.GroupChanged;
import chat.parley.command.conversation.NormalizedDetails;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.contracts.Required;
import chat.parley.events.ConversationId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GroupDetailsController {

    /**
     * What a group is called from now on, and what it is for.
     *
     * @param name 1 to 100 characters
     * @param about up to 500 characters; null to say nothing
     */
    record NewGroupDetails(@Required String name, @Nullable String about) {}

    private final GroupChanges changes;
    private final Clock clock;

    GroupDetailsController(GroupChanges changes, ObjectProvider<Clock> clock) {
        this.changes = changes;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/conversations/{conversation}/details")
    @Operation(
            operationId = "changeGroupDetails",
            summary = "Change the name of a group, and what it is for",
            description = "For those whom its settings let.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.GROUP_NAME_INVALID,
        Reason.GROUP_ABOUT_INVALID,
        Reason.MUTED,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    GroupChanged change(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewGroupDetails request) {
        return changes.once(
                key.of(caller, request),
                caller,
                () -> new ChangeDetails(
                        conversation,
                        caller.user(),
                        NormalizedDetails.of(request.name(), request.about()),
                        clock.instant()));
    }
}
