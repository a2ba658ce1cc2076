package chat.parley.command.conversation.deletegroup;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.GroupChanges;
import chat.parley.command.conversation.GroupChanges.GroupChanged;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.events.ConversationId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeleteGroupController {

    private final GroupChanges changes;

    DeleteGroupController(GroupChanges changes) {
        this.changes = changes;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @DeleteMapping("/api/conversations/{conversation}")
    @Operation(
            operationId = "deleteGroup",
            summary = "Delete a closed group for good",
            description =
                    "For its owners. Everyone leaves it at once, and nobody reads it any more. What was said in it is"
                            + " then forgotten everywhere, but for as long as one of those who wrote there is under legal"
                            + " hold.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.GROUP_OPEN,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    GroupChanged delete(Caller caller, IdempotencyKey key, @PathVariable ConversationId conversation) {
        return changes.once(key.of(caller), caller, () -> new DeleteGroup(conversation, caller.user()));
    }
}
