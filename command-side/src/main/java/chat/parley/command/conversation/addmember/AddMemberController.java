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
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AddMemberController {

    private static final int MOST_AT_ONCE = 1_000;

    private final IdempotentCommands commands;
    private final ExistingAccounts accounts;
    private final BlockedConversations blocked;
    private final MembershipChanges changes;

    AddMemberController(
            IdempotentCommands commands,
            ExistingAccounts accounts,
            BlockedConversations blocked,
            MembershipChanges changes) {
        this.blocked = blocked;
        this.commands = commands;
        this.accounts = accounts;
        this.changes = changes;
    }

    @PostMapping("/api/conversations/{conversation}/members")
    @Operation(
            operationId = "addMembers",
            summary = "Add people to a group",
            description =
                    "For those whom its settings let. New members see what happens from then on, and before if the group shows its history. "
                            + "All of them are added by one event, or nobody is; adding a member again changes nothing.")
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
            @RequestBody NewMembers request) {
        CommandKey command = key.of(caller, request);
        List<UserId> people = request.users().stream().distinct().toList();
        if (people.isEmpty() || people.size() > MOST_AT_ONCE) {
            throw Refused.forField("users", Reason.GROUP_TOO_LARGE);
        }
        return commands.once(command, MembershipChanged.class, () -> {
            changes.requireMember(conversation, caller.user());
            accounts.require(people);
            blocked.requireAddable(caller, people);
            return changes.send(
                    new AddMember(conversation, caller.user(), people),
                    conversation,
                    people.getFirst(),
                    caller,
                    command.commandId());
        });
    }
}
