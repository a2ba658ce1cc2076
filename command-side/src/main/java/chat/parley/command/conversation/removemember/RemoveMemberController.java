package chat.parley.command.conversation.removemember;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.MembershipChanges;
import chat.parley.command.conversation.MembershipChanges.MembershipChanged;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RemoveMemberController {

    private final IdempotentCommands commands;
    private final MembershipChanges changes;

    RemoveMemberController(IdempotentCommands commands, MembershipChanges changes) {
        this.commands = commands;
        this.changes = changes;
    }

    @DeleteMapping("/api/conversations/{conversation}/members/{user}")
    @Operation(
            operationId = "removeMember",
            summary = "Remove someone from a group",
            description =
                    "For its owners and admins; nobody removes someone whose role is not below theirs, but owners each other. It is the last event the removed"
                            + " person is sent. With a ban no link lets them in again, until an owner or admin adds them.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MEMBER_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.NOT_A_GROUP,
        Reason.CONFLICT
    })
    MembershipChanged remove(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable UserId user,
            @RequestParam(defaultValue = "false") boolean ban) {
        return removed(caller, key, conversation, user, ban);
    }

    @DeleteMapping("/api/conversations/{conversation}/members/me")
    @Operation(
            operationId = "leaveGroup",
            summary = "Leave a group",
            description =
                    "It is the last event of the group that one is sent. The last owner names another one first, or closes the"
                            + " group.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.LAST_OWNER, Reason.NOT_A_GROUP, Reason.CONFLICT})
    MembershipChanged leave(Caller caller, IdempotencyKey key, @PathVariable ConversationId conversation) {
        return removed(caller, key, conversation, caller.user(), false);
    }

    private MembershipChanged removed(
            Caller caller, IdempotencyKey key, ConversationId conversation, UserId user, boolean ban) {
        CommandKey command = key.of(caller);
        return commands.once(
                command,
                MembershipChanged.class,
                () -> changes.send(
                        new RemoveMember(conversation, caller.user(), user, ban),
                        conversation,
                        user,
                        caller,
                        command.commandId()));
    }
}
