package chat.parley.command.block;

import chat.parley.access.Caller;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.startdirect.DirectConversationIds;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.BlockedPerson;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.AccountStatuses;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Blocks and unblocks people, in a transaction that whoever begins a conversation with the blocker waits for. */
@Component
class Blocking {

    private final CommandDispatch dispatch;
    private final DirectConversationIds ids;
    private final BlockedConversations conversations;
    private final AccountStatuses accounts;
    private final EventLog log;
    private final TransactionTemplate transaction;

    Blocking(
            CommandDispatch dispatch,
            DirectConversationIds ids,
            BlockedConversations conversations,
            AccountStatuses accounts,
            EventLog log,
            PlatformTransactionManager transactions) {
        this.dispatch = dispatch;
        this.ids = ids;
        this.conversations = conversations;
        this.accounts = accounts;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    long block(Caller caller, UserId person, CommandId id) {
        return change(caller, person, id, whom -> new BlockPerson(caller.user(), whom));
    }

    long unblock(Caller caller, UserId person, CommandId id) {
        boolean neverBlocked = newest(StreamId.blocks(caller.user())) == 0;
        return neverBlocked ? 0 : change(caller, person, id, whom -> new UnblockPerson(caller.user(), whom));
    }

    private long change(Caller caller, UserId person, CommandId id, Function<BlockedPerson, Object> command) {
        BlockedPerson whom = new BlockedPerson(person, ids.between(caller.user(), person));
        StreamId stream = StreamId.blocks(caller.user());
        long position = IdempotentDispatch.send(
                        log,
                        stream,
                        id,
                        () -> transaction.execute(_ -> {
                            accounts.lock(caller.user());
                            return dispatch.send(command.apply(whom), caller, id);
                        }))
                .map(StoredEvent::position)
                .orElseGet(() -> newest(stream));
        conversations.changed(whom.conversation());
        return position;
    }

    private long newest(StreamId stream) {
        return log.newestOf(List.of(stream)).stream()
                .mapToLong(StoredEvent::position)
                .findFirst()
                .orElse(0);
    }
}
