package chat.parley.command.friendship;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.events.FriendshipAccepted;
import chat.parley.events.FriendshipEvent;
import chat.parley.events.FriendshipRejected;
import chat.parley.events.FriendshipRemoved;
import chat.parley.events.FriendshipRequested;
import chat.parley.events.FriendshipWithdrawn;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Two people: strangers, one who asked the other, or friends. Two requests that cross make friends. Whoever was rejected asks again after a
 * while; whoever rejected may ask at once.
 */
final class Friendship {

    /** How long somebody who said no is not asked again. */
    static final Duration PAUSE = Duration.ofDays(7);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable UserId asking;
    private boolean friends;
    private @Nullable UserId rejected;
    private Instant rejectedAt = Instant.EPOCH;

    Friendship() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestFriendship command) {
        Pair pair = command.pair();
        if (pair.by().equals(pair.other())) {
            throw new Refused(Reason.SELF_FRIEND);
        }
        if (pair.other().equals(asking)) {
            accept(pair);
        } else if (asking == null && !friends) {
            if (pair.by().equals(rejected) && command.now().isBefore(rejectedAt.plus(PAUSE))) {
                throw new Refused(Reason.ASK_LATER);
            }
            apply(new FriendshipRequested(pair.conversation(), pair.by(), pair.other(), command.request()));
        }
    }

    @CommandHandler
    void handle(AcceptFriendship command) {
        if (!friends) {
            requireRequestBy(command.pair().other());
            accept(command.pair());
        }
    }

    @CommandHandler
    void handle(RejectFriendship command) {
        requireRequestBy(command.pair().other());
        reject(command.pair());
    }

    @CommandHandler
    void handle(WithdrawRequest command) {
        requireRequestBy(command.pair().by());
        withdraw(command.pair());
    }

    @CommandHandler
    void handle(RemoveFriend command) {
        if (friends) {
            remove(command.pair());
        }
    }

    @CommandHandler
    void handle(PartFrom command) {
        Pair pair = command.pair();
        if (friends) {
            remove(pair);
        } else if (pair.by().equals(asking)) {
            withdraw(pair);
        } else if (asking != null) {
            reject(pair);
        }
    }

    private void requireRequestBy(UserId person) {
        if (!person.equals(asking)) {
            throw new Refused(Reason.REQUEST_GONE);
        }
    }

    private static void accept(Pair pair) {
        apply(new FriendshipAccepted(pair.conversation(), pair.by(), pair.other()));
    }

    private static void reject(Pair pair) {
        apply(new FriendshipRejected(pair.conversation(), pair.by(), pair.other()));
    }

    private static void withdraw(Pair pair) {
        apply(new FriendshipWithdrawn(pair.conversation(), pair.by(), pair.other()));
    }

    private static void remove(Pair pair) {
        apply(new FriendshipRemoved(pair.conversation(), pair.by(), pair.other()));
    }

    @EventSourcingHandler
    void on(FriendshipEvent event, @Timestamp Instant at) {
        stream = event.stream();
        asking = event instanceof FriendshipRequested ? event.by() : null;
        friends = event instanceof FriendshipAccepted;
        if (event instanceof FriendshipRejected) {
            rejected = event.other();
            rejectedAt = at;
        }
    }
}
