package chat.parley.command.friendship;

import chat.parley.access.Caller;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.startdirect.DirectConversationIds;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.FriendRequest;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Friendships;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes and ends friendships. Each method returns the position since which it is so, 0 if there never was anything. */
@Component
public class Befriending {

    private final CommandDispatch dispatch;
    private final DirectConversationIds ids;
    private final BlockedConversations blocked;
    private final Friendships friendships;
    private final EventLog log;
    private final Clock clock;

    Befriending(
            CommandDispatch dispatch,
            DirectConversationIds ids,
            BlockedConversations blocked,
            Friendships friendships,
            EventLog log,
            ObjectProvider<Clock> clock) {
        this.dispatch = dispatch;
        this.ids = ids;
        this.blocked = blocked;
        this.friendships = friendships;
        this.log = log;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    long request(Caller caller, UserId person, FriendRequest request, CommandId id) {
        blocked.requireAskable(caller, person);
        return record(caller, pair(caller, person), id, pair -> new RequestFriendship(pair, request, clock.instant()));
    }

    long accept(Caller caller, UserId person, CommandId id) {
        return answer(caller, person, id, AcceptFriendship::new);
    }

    long reject(Caller caller, UserId person, CommandId id) {
        return answer(caller, person, id, RejectFriendship::new);
    }

    long withdraw(Caller caller, UserId person, CommandId id) {
        return answer(caller, person, id, WithdrawRequest::new);
    }

    long remove(Caller caller, UserId person, CommandId id) {
        Pair pair = pair(caller, person);
        return newest(pair) == 0 ? 0 : record(caller, pair, id, RemoveFriend::new);
    }

    /** In the transaction of a block, which has locked both accounts. */
    public void part(Caller caller, UserId person, CommandId id) {
        if (friendships.anythingBetween(caller.user(), person)) {
            dispatch.send(new PartFrom(pair(caller, person)), caller, id);
        }
    }

    private long answer(Caller caller, UserId person, CommandId id, Function<Pair, Object> command) {
        Pair pair = pair(caller, person);
        if (newest(pair) == 0) {
            throw new Refused(Reason.REQUEST_GONE);
        }
        return record(caller, pair, id, command);
    }

    private long record(Caller caller, Pair pair, CommandId id, Function<Pair, Object> command) {
        long position = IdempotentDispatch.send(
                        log,
                        pair.stream(),
                        id,
                        () -> blocked.explained(
                                caller, pair.conversation(), () -> dispatch.send(command.apply(pair), caller, id)))
                .map(StoredEvent::position)
                .orElseGet(() -> newest(pair));
        blocked.changed(pair.conversation());
        return position;
    }

    private Pair pair(Caller caller, UserId person) {
        return new Pair(ids.between(caller.user(), person), caller.user(), person);
    }

    private long newest(Pair pair) {
        return log.newestOf(List.of(pair.stream())).stream()
                .mapToLong(StoredEvent::position)
                .findFirst()
                .orElse(0);
    }
}
