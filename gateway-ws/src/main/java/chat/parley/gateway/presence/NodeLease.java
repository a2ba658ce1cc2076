package chat.parley.gateway.presence;

import chat.parley.distribution.Announcement;
import chat.parley.distribution.Broker;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.RepeatedTask;
import chat.parley.distribution.Supervising;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.resume.MissedEvents;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.GatewayNodes;
import chat.parley.views.presence.NodeId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Renews this node's lease, and cleans up after dead nodes. At the start, after a lapse, or when Redis was emptied or away,
 * other nodes did not send what concerns this node's sockets: the sockets are registered again, and once every other node
 * must have noticed, they catch up.
 */
@Component
public class NodeLease implements SmartLifecycle, Supervising {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANNOUNCE_WITHIN = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_MS = 20;

    private final NodeId self;
    private final GatewayNodes nodes;
    private final OpenSockets open;
    private final LocalPresenceRegistrar attendance;
    private final PresenceBroadcaster news;
    private final MissedEvents missed;
    private final Broker broker;
    private final TaskScheduler scheduler;
    /** How often this node has begun to join; it has announced itself since the last time. */
    private long joins;

    private long announced;
    private final AtomicBoolean announcing = new AtomicBoolean();
    private @Nullable RepeatedTask beat;
    private volatile boolean stopping;

    NodeLease(
            NodeId self,
            GatewayNodes nodes,
            OpenSockets open,
            LocalPresenceRegistrar attendance,
            PresenceBroadcaster news,
            MissedEvents missed,
            Broker broker,
            TaskScheduler scheduler) {
        this.self = self;
        this.nodes = nodes;
        this.open = open;
        this.attendance = attendance;
        this.news = news;
        this.missed = missed;
        this.broker = broker;
        this.scheduler = scheduler;
    }

    /** Whether this node accepts no new sockets any more. */
    public boolean isStopping() {
        return stopping;
    }

    private void beat() {
        try {
            boolean kept = nodes.renew(self);
            boolean stale = attendance.takeStale();
            if (!kept || stale) {
                rejoin();
            }
            nodes.sweep().forEach(news::announce);
        } catch (ViewUnavailable e) {
            LOG.debug("Redis is away", e);
        }
        announceIfNeeded();
    }

    private void rejoin() {
        joining();
        try {
            nodes.join(self, () -> open.all().stream().map(ClientSocket::shown).toList());
        } catch (ViewUnavailable e) {
            LOG.debug("to be joined when Redis is back", e);
            attendance.makeStale();
        }
    }

    private synchronized void joining() {
        joins++;
        missed.begin();
    }

    /** On a thread of its own: a broker that does not answer must not keep this node from renewing its lease. */
    private synchronized void announceIfNeeded() {
        if (announced != joins && announcing.compareAndSet(false, true)) {
            long join = joins;
            Thread.ofVirtual().name("announce").start(() -> announce(join));
        }
    }

    private void announce(long join) {
        try {
            Announcement.publish(broker, ConsumerGroup.FANOUT);
            announced(join);
        } catch (AmqpException e) {
            LOG.debug("to be announced when RabbitMQ is back", e);
        } finally {
            announcing.set(false);
        }
    }

    /** Unless it has lapsed meanwhile and joins again. */
    private synchronized void announced(long join) {
        if (join == joins) {
            announced = join;
            missed.end();
            open.users().forEach(news::announce);
            news.refresh();
        }
    }

    @Override
    public synchronized void start() {
        stopping = false;
        beat = RepeatedTask.start(scheduler, "lease", SECOND, this::beat);
    }

    /**
     * Closes every client, gives the lease back, and announces who went offline with it, including those that did not answer
     * in time.
     */
    @Override
    public synchronized void stop() {
        stopping = true;
        RepeatedTask running = beat;
        beat = null;
        if (running == null) {
            return;
        }
        running.close();
        open.all().forEach(socket -> socket.close(CloseCode.GOING_AWAY));
        try {
            await(CLOSE_WITHIN, attendance::isOver);
            nodes.leave(self).forEach(news::announce);
            await(ANNOUNCE_WITHIN, news::isAnnounced);
        } catch (ViewUnavailable e) {
            LOG.debug("the lease will lapse by itself", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Duration within, BooleanSupplier over) throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        while (!over.getAsBoolean() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    @Override
    public synchronized Collection<RepeatedTask> supervised() {
        return beat == null ? List.of() : List.of(beat);
    }

    @Override
    public synchronized boolean isRunning() {
        return beat != null;
    }
}
