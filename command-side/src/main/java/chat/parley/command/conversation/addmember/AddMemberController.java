package chat.parley.command.conversation.addmember;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.admission.Admitting;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.ExistingAccounts;
import chat.parley.command.conversation.MembershipChanges;
import chat.parley.command.conversation.MembershipChanges.MembershipChanged;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AddMemberController {

    private static final int MOST_AT_ONCE = 1_000;

    /**
     * People were added to a group, or asked whether they come.
     *
     * @param position of the event by which those are in it who did not have to be asked
     * @param asked those who have to agree first
     */
    record PeopleAdded(ConversationId conversation, long position, List<UserId> asked) {}

    private final IdempotentCommands commands;
    private final ExistingAccounts accounts;
    private final BlockedConversations blocked;
    private final MembershipChanges changes;
    private final Admitting admitting;

    AddMemberController(
            IdempotentCommands commands,
            ExistingAccounts accounts,
            BlockedConversations blocked,
            MembershipChanges changes,
            Admitting admitting) {
        this.blocked = blocked;
        this.commands = commands;
        this.accounts = accounts;
        this.changes = changes;
        this.admitting = admitting;
    }

    @Throttled(Limit.CHANGE_GROUP)
    @PostMapping("/api/conversations/{conversation}/members")
    @Operation(
            operationId = "addMembers",
            summary = "Add people to a group",
            description =
                    "For those whom its settings let. New members see what happens from then on, and before if the group shows its history. "
                            + "All of them are added by one event, or nobody is; adding a member again changes nothing. Who blocks the caller, or is not"
                            + " added by just anybody, is invited instead; somebody who declined is not told of it again.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.USER_UNKNOWN,
        Reason.UNBLOCK_FIRST,
        Reason.GROUP_TOO_LARGE,
        Reason.GROUP_CLOSED,
        Reason.NOT_A_GROUP,
        Reason.ACCOUNT_ERASED,
        Reason.CONFLICT
    })
    PeopleAdded add(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewMembers request) {
        CommandKey command = key.of(caller, request);
        List<UserId> people = request.users().stream().distinct().toList();
        if (people.isEmpty() || people.size() > MOST_AT_ONCE) {
            throw Refused.forField("users", Reason.GROUP_TOO_LARGE);
        }
        return commands.once(command, PeopleAdded.class, () -> {
            changes.requireMember(conversation, caller.user());
            accounts.require(people);
            return added(caller, conversation, people, command.commandId());
        });
    }

    private PeopleAdded added(Caller caller, ConversationId group, List<UserId> people, CommandId id) {
        List<UserId> asked = toBeAsked(caller, group, people);
        List<UserId> members =
                people.stream().filter(each -> !asked.contains(each)).toList();
        MembershipChanged changed =
                changes.sendAbout(new AddMember(group, caller.user(), members, asked), group, members, caller, id);
        admitting.invite(caller, group, asked, id);
        return new PeopleAdded(group, changed.position(), asked);
    }

    /** Who is in the group is not asked, and who asked to join has agreed. */
    private List<UserId> toBeAsked(Caller caller, ConversationId group, List<UserId> people) {
        Set<UserId> keepingOut = blocked.toBeAsked(caller, people);
        if (keepingOut.isEmpty()) {
            return List.of();
        }
        Set<UserId> agreed = new HashSet<>(admitting.askingIn(group, keepingOut));
        agreed.addAll(changes.presentIn(group));
        return people.stream()
                .filter(person -> keepingOut.contains(person) && !agreed.contains(person))
                .toList();
    }
}
