package chat.parley.command.conversation.startdirect;

import chat.parley.access.Caller;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.AccountDetails;
import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
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
    private final EventLog log;

    DirectConversationStarter(CommandDispatch dispatch, DirectConversationIds ids, Usernames usernames, EventLog log) {
        this.dispatch = dispatch;
        this.ids = ids;
        this.usernames = usernames;
        this.log = log;
    }

    /**
     * @param id the command's id: a repetition gets the first answer
     * @throws Refused {@link Reason#USER_UNKNOWN}, {@link Reason#SELF_CONVERSATION}
     */
    public Started start(Caller caller, String username, CommandId id) {
        UserId other = usernames
                .holderOf(AccountDetails.usernameFrom(username))
                .orElseThrow(() -> new Refused(Reason.USER_UNKNOWN));
        ConversationId conversation = ids.between(caller.user(), other);
        StartDirect command = new StartDirect(conversation, caller.user(), other);
        return IdempotentDispatch.send(log, command.stream(), id, () -> dispatch.send(command, caller, id))
                .map(start -> new Started(conversation, true, start.position()))
                .orElseGet(() -> new Started(conversation, false, startOf(conversation)));
    }

    private long startOf(ConversationId conversation) {
        return log.readStream(StreamId.conversation(conversation), 0, 1)
                .getFirst()
                .position();
    }
}
