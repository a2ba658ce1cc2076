package chat.parley.gateway.presence;

import chat.parley.access.Refusals;
import chat.parley.access.ServiceCaller;
import chat.parley.contracts.ConversationFeed;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.membership.Members;
import chat.parley.gateway.node.NodeMessage;
import chat.parley.gateway.node.TransientPost;
import chat.parley.gateway.service.OnBehalf;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.Presence;
import chat.parley.views.presence.Presences;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who is told of whose presence: whoever shares a conversation with them, unless their client says whom it has in view. Nodes only say to one another that someone's presence may have changed; the state is read from Redis
 * by the one thread that tells it, so that the last thing told is true however the news crossed. While Redis is away nothing is told.
 */
@Component
public class PresenceNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceNews.class);
    private static final int MAX_WAITING = 10_000;
    private static final int AT_ONCE = 16;
    private static final int MOST_TOGETHER = 50;

    private final ConversationFeed feed;
    private final Members members;
    private final TransientPost post;
    private final Presences presences;
    private final OpenSockets sockets;
    private final Semaphore inTurn = new Semaphore(AT_ONCE);
    private final AtomicInteger underWay = new AtomicInteger();
    private final ThreadPoolExecutor teller;

    PresenceNews(ConversationFeed feed, Members members, TransientPost post, Presences presences, OpenSockets sockets) {
        this.feed = feed;
        this.members = members;
        this.post = post;
        this.presences = presences;
        this.sockets = sockets;
        this.teller = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING),
                Thread.ofVirtual().name("presence").factory(),
                (_, _) -> LOG.warn("presence cannot be told fast enough"));
    }

    /** Someone may have come or gone: everyone who shares a conversation with them is told, wherever they are connected. */
    void announce(UserId user) {
        inBackground(() -> {
            Set<UserId> peers = Set.copyOf(feed.everyPeer(OnBehalf.of(user)));
            post.send(peers, held -> new NodeMessage.PresenceChanged(user, held));
        });
    }

    /** News may not have reached this node: every socket is told all it should know. */
    public void refresh() {
        sockets.all().stream()
                .filter(socket -> socket.subscription().isPlaced())
                .forEach(socket -> inBackground(() -> tellInView(socket)));
    }

    /** Tells those of this node's sockets that are concerned. */
    public void tell(NodeMessage.PresenceChanged changed) {
        teller.execute(() -> changed.recipients().stream()
                .flatMap(recipient -> sockets.of(recipient).stream())
                .filter(socket -> hasInView(socket, changed.user()))
                .forEach(socket -> tell(socket, Set.of(changed.user()))));
    }

    /**
     * Some share a conversation with others from now on: they are told of one another, if they still do. Where they are many, clients
     * say whom they have in view.
     */
    public void cameTogether(ConversationId conversation, Set<UserId> joined) {
        inBackground(() -> {
            Set<UserId> present = members.of(conversation);
            if (present.size() <= MOST_TOGETHER) {
                present.forEach(user -> {
                    Set<UserId> others = new HashSet<>(joined.contains(user) ? present : joined);
                    others.retainAll(present);
                    others.remove(user);
                    post.send(others, held -> new NodeMessage.PresenceChanged(user, held));
                });
            }
        });
    }

    /**
     * A client says whom it has in view, which holds until it says so again, and is told of them.
     *
     * @throws Refused {@link Reason#ACCOUNT_UNKNOWN} for someone who shares no conversation with its user, whether or not they exist
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
            Set<UserId> watched = socket.watched();
            Set<UserId> inView =
                    new HashSet<>(watched == null ? feed.peers(new ServiceCaller(socket.caller())) : watched);
            if (watched != null) {
                inView.retainAll(feed.everyPeer(new ServiceCaller(socket.caller())));
            }
            teller.execute(() -> tell(socket, inView));
        } catch (RuntimeException e) {
            LOG.debug("presence was not told: {}", Refusals.of(e).reason());
        }
    }

    private static boolean hasInView(ClientSocket socket, UserId user) {
        Set<UserId> watched = socket.watched();
        return socket.subscription().isPlaced() && (watched == null || watched.contains(user));
    }

    /** Whether everything that was announced is with the post. */
    boolean isAnnounced() {
        return underWay.get() == 0;
    }

    private void inBackground(Runnable news) {
        underWay.incrementAndGet();
        Thread.ofVirtual().name("presence news").start(() -> {
            try {
                inTurn.acquire();
                try {
                    news.run();
                } finally {
                    inTurn.release();
                }
            } catch (RuntimeException e) {
                LOG.debug("presence was not announced: {}", Refusals.of(e).reason());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private void tell(ClientSocket socket, Collection<UserId> users) {
        try {
            Map<UserId, Presence> now = presences.of(users);
            now.forEach((user, presence) ->
                    socket.tell(new ServerFrame.PresenceOf(user, presence.online(), presence.lastSeen())));
        } catch (ViewUnavailable e) {
            LOG.debug("presence is not known now", e);
        }
    }

    @Override
    public void close() {
        teller.shutdownNow();
    }
}
