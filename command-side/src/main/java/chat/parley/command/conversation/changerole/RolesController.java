package chat.parley.command.conversation.changerole;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.GroupChanges;
import chat.parley.command.conversation.GroupChanges.GroupChanged;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.contracts.Required;
import chat.parley.events.ConversationId;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RolesController {

    record NewRole(@Required MemberRole role) {}

    /** @param user a member of the group */
    record NewOwner(@Required UserId user) {}

    private final GroupChanges changes;

    RolesController(GroupChanges changes) {
        this.changes = changes;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/conversations/{conversation}/members/{user}/role")
    @Operation(
            operationId = "changeRole",
            summary = "Give a member of a group another role",
            description =
                    "For its owners and admins. Nobody gives a role above their own, or changes that of someone whose role"
                            + " is not below; owners change each other's, and everyone may lower their own. A group keeps an owner.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MEMBER_UNKNOWN,
        Reason.USER_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.LAST_OWNER,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    GroupChanged change(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable UserId user,
            @RequestBody NewRole request) {
        return changes.once(
                key.of(caller, request),
                caller,
                () -> new ChangeRole(conversation, caller.user(), user, request.role()));
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/conversations/{conversation}/owner")
    @Operation(
            operationId = "handOverGroup",
            summary = "Make another member the owner of a group",
            description = "For its owners. The caller becomes an admin at once.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MEMBER_UNKNOWN,
        Reason.USER_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    GroupChanged handOver(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewOwner request) {
        return changes.once(
                key.of(caller, request), caller, () -> new HandOver(conversation, caller.user(), request.user()));
    }
}
