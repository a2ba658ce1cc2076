package chat.parley.command.conversation.addmember;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.admission.Admitting;
import chat.parley.command.conversation.ExistingAccounts;
import chat.parley.command.conversation.LeadingMembers;
import chat.parley.command.conversation.MembershipChanges;
import chat.parley.command.conversation.MembershipChanges.MembershipChanged;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds those who asked to join, whomever they let add them otherwise. */
@RestController
class AdmitMemberController {

    private final IdempotentCommands commands;
    private final ExistingAccounts accounts;
    private final MembershipChanges changes;
    private final Admitting admitting;
    private final LeadingMembers leading;

    AdmitMemberController(
            IdempotentCommands commands,
            ExistingAccounts accounts,
            MembershipChanges changes,
            Admitting admitting,
            LeadingMembers leading) {
        this.commands = commands;
        this.accounts = accounts;
        this.changes = changes;
        this.admitting = admitting;
        this.leading = leading;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PutMapping("/api/conversations/{conversation}/admissions/{user}")
    @Operation(
            operationId = "admitMember",
            summary = "Let someone into a group who asked to join",
            description =
                    "For those of its owners and admins who may add people. Letting them in again changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.REQUEST_GONE,
        Reason.USER_UNKNOWN,
        Reason.MEMBER_UNKNOWN,
        Reason.GROUP_TOO_LARGE,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.ACCOUNT_ERASED,
        Reason.CONFLICT
    })
    MembershipChanged admit(
            Caller caller, IdempotencyKey key, @PathVariable ConversationId conversation, @PathVariable UserId user) {
        CommandKey command = key.of(caller);
        return commands.once(command, MembershipChanged.class, () -> {
            leading.require(conversation, caller.user());
            if (admitting.askingIn(conversation, List.of(user)).isEmpty()
                    && !changes.presentIn(conversation).contains(user)) {
                throw new Refused(Reason.REQUEST_GONE);
            }
            accounts.require(List.of(user));
            AddMember add = new AddMember(conversation, caller.user(), user);
            return changes.send(add, conversation, user, caller, command.commandId());
        });
    }
}
