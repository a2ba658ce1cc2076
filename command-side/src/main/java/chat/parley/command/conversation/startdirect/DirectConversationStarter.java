package chat.parley.command.conversation.startdirect;

import chat.parley.access.Caller;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.AccountDetails;
import chat.parley.events.ConversationId;
import chat.parley.events.Findable;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Usernames;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.springframework.stereotype.Component;

/** Starts direct conversations. Two people have exactly one, whoever starts it and however often. */
@Component
public final class DirectConversationStarter {

    private final CommandDispatch dispatch;
    private final DirectConversationIds ids;
    private final Usernames usernames;
    private final AccountStatuses accounts;
    private final Memberships memberships;
    private final BlockedConversations blocked;
    private final EventLog log;

    DirectConversationStarter(
            CommandDispatch dispatch,
            DirectConversationIds ids,
            Usernames usernames,
            AccountStatuses accounts,
            Memberships memberships,
            BlockedConversations blocked,
            EventLog log) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.blocked = blocked;
        this.dispatch = dispatch;
        this.ids = ids;
        this.usernames = usernames;
        this.log = log;
    }

    /**
     * @param id the command's id: a repetition gets the first answer
     * @throws Refused {@link Reason#USER_UNKNOWN}, {@link Reason#NOT_ACCEPTED}, {@link Reason#UNBLOCK_FIRST}
     */
    public Started start(Caller caller, String username, CommandId id) {
        UserId other = usernames
                .holderOf(AccountDetails.usernameFrom(username))
                .filter(found -> isKnownTo(caller, found))
                .orElseThrow(() -> new Refused(Reason.USER_UNKNOWN));
        ConversationId conversation = ids.between(caller.user(), other);
        StartDirect command = new StartDirect(conversation, caller.user(), other);
        return IdempotentDispatch.send(
                        log,
                        command.stream(),
                        id,
                        () -> blocked.explained(caller, conversation, () -> dispatch.send(command, caller, id)))
                .map(start -> new Started(conversation, true, start.position()))
                .orElseGet(() -> new Started(conversation, false, startOf(conversation)));
    }

    /** Whoever is found by nothing is found by those who know them already. */
    private boolean isKnownTo(Caller caller, UserId other) {
        return accounts.findable(other) != Findable.BY_NOTHING
                || other.equals(caller.user())
                || memberships.share(caller.user(), other);
    }

    private long startOf(ConversationId conversation) {
        return log.readStream(StreamId.conversation(conversation), 0, 1)
                .getFirst()
                .position();
    }
}
