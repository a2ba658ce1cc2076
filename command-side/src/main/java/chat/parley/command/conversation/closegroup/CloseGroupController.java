package chat.parley.command.conversation.closegroup;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CloseGroupController {

    private final GroupChanges changes;

    CloseGroupController(GroupChanges changes) {
        this.changes = changes;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/conversations/{conversation}/closed")
    @Operation(
            operationId = "closeGroup",
            summary = "Close a group for good",
            description =
                    "For its owners. Its members go on reading it, leave it, delete what they wrote and take back reactions; nothing"
                            + " else happens in it any more.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.NOT_PERMITTED, Reason.NOT_A_GROUP, Reason.CONFLICT})
    GroupChanged close(Caller caller, IdempotencyKey key, @PathVariable ConversationId conversation) {
        return changes.once(key.of(caller), caller, () -> new CloseGroup(conversation, caller.user()));
    }
}
