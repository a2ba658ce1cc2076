package chat.parley.command.conversation.groupsettings;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.GroupChanges;
import chat.parley.command.conversation.GroupChanges.GroupChanged;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.contracts.Required;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupHistory;
import chat.parley.events.GroupSettings;
import chat.parley.events.MemberRole;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GroupSettingsController {

    /**
     * What a group lets its members do; each right belongs to a role and to those above it.
     *
     * @param add who adds people
     * @param write who writes and edits messages
     * @param edit who changes the group's name and description
     * @param history what those who are added later read; what was said before a group began to show its history stays closed
     * @param approval whether whoever comes by a link asks first; absent for no
     * @param mention who mentions everyone at once; all members where absent
     */
    record NewGroupSettings(
            @Required MemberRole add,
            @Required MemberRole write,
            @Required MemberRole edit,
            @Required GroupHistory history,
            @Nullable Boolean approval,
            @Nullable MemberRole mention) {}

    private final GroupChanges changes;

    GroupSettingsController(GroupChanges changes) {
        this.changes = changes;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/conversations/{conversation}/settings")
    @Operation(
            operationId = "changeGroupSettings",
            summary = "Change what members of a group may do",
            description = "For its owners.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    GroupChanged change(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewGroupSettings request) {
        GroupSettings settings = new GroupSettings(
                request.add(),
                request.write(),
                request.edit(),
                request.history(),
                Boolean.TRUE.equals(request.approval()) ? true : null,
                request.mention());
        return changes.once(
                key.of(caller, request), caller, () -> new ChangeSettings(conversation, caller.user(), settings));
    }
}
