package chat.parley.command.block;

import chat.parley.access.Caller;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.startdirect.DirectConversationIds;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.command.friendship.Befriending;
import chat.parley.events.BlockedPerson;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.Blocks;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Blocks and unblocks people, and ends what is between them as friends, in a transaction that whoever begins a conversation with the blocker waits for. */
@Component
class Blocking {

    private final CommandDispatch dispatch;
    private final DirectConversationIds ids;
    private final BlockedConversations conversations;
    private final AccountStatuses accounts;
    private final Befriending befriending;
    private final Blocks blocks;
    private final EventLog log;
    private final TransactionTemplate transaction;

    Blocking(
            CommandDispatch dispatch,
            DirectConversationIds ids,
            BlockedConversations conversations,
            AccountStatuses accounts,
            Befriending befriending,
            Blocks blocks,
            EventLog log,
            PlatformTransactionManager transactions) {
        this.dispatch = dispatch;
        this.ids = ids;
        this.conversations = conversations;
        this.accounts = accounts;
        this.befriending = befriending;
        this.blocks = blocks;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    long block(Caller caller, UserId person, CommandId id) {
        return change(caller, person, id, (whom, isBlocked) -> {
            befriending.part(caller, person, id);
            return new BlockPerson(caller.user(), whom, isBlocked);
        });
    }

    long unblock(Caller caller, UserId person, CommandId id) {
        boolean neverBlocked = newest(StreamId.blocks(caller.user())) == 0;
        return neverBlocked
                ? 0
                : change(caller, person, id, (whom, isBlocked) -> new UnblockPerson(caller.user(), whom, isBlocked));
    }

    private long change(
            Caller caller, UserId person, CommandId id, BiFunction<BlockedPerson, Boolean, Object> command) {
        BlockedPerson whom = new BlockedPerson(person, ids.between(caller.user(), person));
        StreamId stream = StreamId.blocks(caller.user());
        long position = IdempotentDispatch.send(
                        log,
                        stream,
                        id,
                        () -> transaction.execute(_ -> {
                            lock(caller.user(), person);
                            boolean isBlocked = blocks.of(caller.user()).contains(person);
                            return dispatch.send(command.apply(whom, isBlocked), caller, id);
                        }))
                .map(StoredEvent::position)
                .orElseGet(() -> newest(stream));
        conversations.changed(whom.conversation());
        return position;
    }

    /** In one order, so that two who block each other do not wait for each other. */
    private void lock(UserId one, UserId other) {
        Stream.of(one, other).sorted(Comparator.comparing(UserId::value)).forEach(accounts::lock);
    }

    private long newest(StreamId stream) {
        return log.newestOf(List.of(stream)).stream()
                .mapToLong(StoredEvent::position)
                .findFirst()
                .orElse(0);
    }
}
