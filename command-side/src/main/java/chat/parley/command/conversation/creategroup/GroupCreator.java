package chat.parley.command.conversation.creategroup;

import chat.parley.access.Caller;
import chat.parley.command.admission.Admitting;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.ExistingAccounts;
import chat.parley.command.conversation.NormalizedDetails;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupDetails;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Creates groups. */
@Component
final class GroupCreator {

    private final CommandDispatch dispatch;
    private final ExistingAccounts people;
    private final BlockedConversations blocked;
    private final Admitting admitting;
    private final EventLog log;

    GroupCreator(
            CommandDispatch dispatch,
            ExistingAccounts people,
            BlockedConversations blocked,
            Admitting admitting,
            EventLog log) {
        this.admitting = admitting;
        this.blocked = blocked;
        this.dispatch = dispatch;
        this.people = people;
        this.log = log;
    }

    /**
     * @param group its id, derived from the command's key
     * @param members besides the creator
     * @throws Refused {@link Reason#USER_UNKNOWN}, {@link Reason#UNBLOCK_FIRST}, {@link Reason#GROUP_NAME_INVALID}, {@link Reason#GROUP_TOO_LARGE}
     */
    GroupMade create(Caller caller, ConversationId group, String name, Collection<UserId> members, CommandId id) {
        List<UserId> others = members.stream()
                .distinct()
                .filter(member -> !member.equals(caller.user()))
                .toList();
        GroupDetails details = NormalizedDetails.of(name, null);
        people.require(others);
        Set<UserId> asked = blocked.toBeAsked(caller, others);
        List<UserId> first =
                others.stream().filter(other -> !asked.contains(other)).toList();
        CreateGroup command = new CreateGroup(group, caller.user(), first, details);
        long position = IdempotentDispatch.send(log, command.stream(), id, () -> dispatch.send(command, caller, id))
                .map(StoredEvent::position)
                .orElseThrow(() -> new IllegalStateException("the group was created, but its first event is missing"));
        admitting.invite(caller, group, asked, id);
        return new GroupMade(
                group, position, others.stream().filter(asked::contains).toList());
    }
}
