package chat.parley.gateway.presence;

import chat.parley.access.Refusals;
import chat.parley.access.ServiceCaller;
import chat.parley.contracts.ConversationFeed;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.membership.MembershipCache;
import chat.parley.gateway.node.EphemeralPublisher;
import chat.parley.gateway.node.NodeMessage;
import chat.parley.gateway.service.ServiceCallers;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who is told of whose presence: whoever shares a conversation with them, unless their client says whom it has in view. Nodes only say to
 * one another that someone's presence may have changed; {@link PresenceSender} reads what is true by then. Where a service is away, the
 * news waits for it, once for each person, conversation or socket.
 */
@Component
public class PresenceBroadcaster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceBroadcaster.class);
    private static final int AT_ONCE = 16;
    private static final int MOST_TOGETHER = 50;

    private final ConversationFeed feed;
    private final MembershipCache members;
    private final EphemeralPublisher post;
    private final PresenceSender teller;
    private final OpenSockets sockets;
    private final RetryingWork<UserId> announcements =
            new RetryingWork<>("announce presence", AT_ONCE, this::announceNow);
    private final RetryingWork<Together> meetings = new RetryingWork<>("introduce", AT_ONCE, this::introduce);
    private final RetryingWork<Pair> pairs = new RetryingWork<>(
            "announce presence to one", AT_ONCE, pair -> tellOthers(pair.seen(), Set.of(pair.told())));
    private final RetryingWork<ClientSocket> views =
            new RetryingWork<>("presence in view", AT_ONCE, this::tellOfAllInView);

    /** Somebody, and who is told of them. */
    private record Pair(UserId seen, UserId told) {}

    /** Some who joined a conversation. */
    private record Together(ConversationId conversation, Set<UserId> joined) {}

    PresenceBroadcaster(
            ConversationFeed feed,
            MembershipCache members,
            EphemeralPublisher post,
            PresenceSender teller,
            OpenSockets sockets) {
        this.feed = feed;
        this.members = members;
        this.post = post;
        this.teller = teller;
        this.sockets = sockets;
    }

    /** Someone may have come or gone: everyone who shares a conversation with them is told, on every node. */
    void announce(UserId user) {
        announcements.add(user);
    }

    private void announceNow(UserId user) {
        tellOthers(user, Set.copyOf(feed.everyPeer(ServiceCallers.of(user))));
    }

    private void tellOthers(UserId user, Set<UserId> others) {
        if (!post.send(others, held -> new NodeMessage.PresenceChanged(user, held))) {
            throw new Refused(Reason.UNAVAILABLE);
        }
    }

    /** Notifications may have been missed: sends every socket everything it should know. */
    public void refresh() {
        sockets.all().stream()
                .filter(socket -> socket.subscription().isPlaced())
                .forEach(views::add);
    }

    /** Tells those of this node's sockets that are concerned. */
    public void tell(NodeMessage.PresenceChanged changed) {
        changed.recipients().stream()
                .flatMap(recipient -> sockets.of(recipient).stream())
                .filter(socket -> hasInView(socket, changed.user()))
                .forEach(socket -> teller.add(socket, Set.of(changed.user())));
    }

    /**
     * Some people share a conversation from now on: they are told of each other, if they still do. In large conversations
     * clients say whom they have in view.
     */
    public void cameTogether(ConversationId conversation, Set<UserId> joined) {
        meetings.add(new Together(conversation, joined));
    }

    /** Others may see more or less of somebody than before: they are told anew of them. */
    public void sightChanged(UserId person) {
        announcements.add(person);
    }

    /** Two people may see more or less of each other than before. Nobody else is told, who would learn that something is between them. */
    public void sightChangedBetween(UserId one, UserId other) {
        pairs.add(new Pair(one, other));
        pairs.add(new Pair(other, one));
    }

    private void introduce(Together some) {
        Set<UserId> present = members.of(some.conversation());
        if (present.size() <= MOST_TOGETHER) {
            present.forEach(user -> {
                Set<UserId> others = new HashSet<>(some.joined().contains(user) ? present : some.joined());
                others.retainAll(present);
                others.remove(user);
                tellOthers(user, others);
            });
        }
    }

    /**
     * A client says whom it has in view, until it says so again, and is told of them.
     *
     * @throws Refused {@link Reason#ACCOUNT_UNKNOWN} for someone who shares no conversation with its user, whether or not
     *     they exist
     */
    public void watch(ClientSocket socket, ClientFrame.Watch frame) {
        if (!socket.watchPace().permits()) {
            throw new Refused(
                    Reason.SLOW_DOWN,
                    Reason.SLOW_DOWN.sentence(),
                    socket.watchPace().untilNext());
        }
        Set<UserId> users = frame.users();
        if (users != null && !feed.everyPeer(new ServiceCaller(socket.caller())).containsAll(users)) {
            throw Refused.forField("users", Reason.ACCOUNT_UNKNOWN);
        }
        socket.watch(users);
        if (socket.subscription().isPlaced()) {
            tellInView(socket);
        }
    }

    /** Tells a socket of everyone it has in view. */
    public void tellInView(ClientSocket socket) {
        try {
            tellOfAllInView(socket);
        } catch (RuntimeException e) {
            LOG.debug("presence is told later: {}", Refusals.of(e).reason());
            views.add(socket);
        }
    }

    private void tellOfAllInView(ClientSocket socket) {
        if (socket.isOpen()) {
            Set<UserId> watched = socket.watched();
            Set<UserId> inView =
                    new HashSet<>(watched == null ? feed.peers(new ServiceCaller(socket.caller())) : watched);
            if (watched != null) {
                inView.retainAll(feed.everyPeer(new ServiceCaller(socket.caller())));
            }
            teller.add(socket, inView);
        }
    }

    private static boolean hasInView(ClientSocket socket, UserId user) {
        Set<UserId> watched = socket.watched();
        return socket.subscription().isPlaced() && (watched == null || watched.contains(user));
    }

    /** Whether all notifications were published. */
    boolean isAnnounced() {
        return announcements.isDone() && meetings.isDone();
    }

    @Override
    public void close() {
        announcements.close();
        meetings.close();
        pairs.close();
        views.close();
    }
}
