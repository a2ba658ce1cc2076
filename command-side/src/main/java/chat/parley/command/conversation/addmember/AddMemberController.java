package chat.parley.command.conversation.addmember;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.ExistingAccounts;
import chat.parley.command.conversation.MembershipChanges;
import chat.parley.command.conversation.MembershipChanges.MembershipChanged;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AddMemberController {

    private final IdempotentCommands commands;
    private final ExistingAccounts people;
    private final BlockedConversations blocked;
    private final MembershipChanges changes;

    AddMemberController(
            IdempotentCommands commands,
            ExistingAccounts people,
            BlockedConversations blocked,
            MembershipChanges changes) {
        this.blocked = blocked;
        this.commands = commands;
        this.people = people;
        this.changes = changes;
    }

    @PostMapping("/api/conversations/{conversation}/members")
    @Operation(
            operationId = "addMember",
            summary = "Add someone to a group",
            description =
                    "For those whom its settings let. The new member sees what happens from then on, and before if the group shows its history. "
                            + "Adding a member again changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.USER_UNKNOWN,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.GROUP_TOO_LARGE,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.ACCOUNT_ERASED,
        Reason.CONFLICT
    })
    MembershipChanged add(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewMember request) {
        CommandKey command = key.of(caller, request);
        return commands.once(command, MembershipChanged.class, () -> {
            changes.requireMember(conversation, caller.user());
            people.require(List.of(request.user()));
            blocked.requireNone(caller, List.of(request.user()));
            return changes.send(
                    new AddMember(conversation, caller.user(), request.user()),
                    conversation,
                    request.user(),
                    caller,
                    command.commandId());
        });
    }
}
