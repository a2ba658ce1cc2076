package chat.parley.gateway.presence;

import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.resume.MissedEvents;
import chat.parley.gateway.schedule.EverySecond;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.GatewayNodes;
import chat.parley.views.presence.NodeId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this node known as alive, and clears up after nodes that are not. After a lapse, or when Redis was emptied or away, others
 * did not send what concerned this node's sockets: they are made known again, and then catch up.
 */
@Component
public class NodeLease implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
    private static final long LOOK_EVERY_MS = 20;

    private final NodeId self;
    private final GatewayNodes nodes;
    private final OpenSockets open;
    private final Attendance attendance;
    private final PresenceNews news;
    private final MissedEvents missed;
    private @Nullable EverySecond beat;
    private volatile boolean stopping;

    NodeLease(
            NodeId self,
            GatewayNodes nodes,
            OpenSockets open,
            Attendance attendance,
            PresenceNews news,
            MissedEvents missed) {
        this.self = self;
        this.nodes = nodes;
        this.open = open;
        this.attendance = attendance;
        this.news = news;
        this.missed = missed;
    }

    /** Whether this node takes no new sockets any more. */
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
    }

    private void rejoin() {
        Runnable catchUp = missed.hold();
        try {
            nodes.join(self, () -> open.all().stream().map(ClientSocket::shown).toList());
        } catch (ViewUnavailable e) {
            attendance.makeStale();
            throw e;
        } finally {
            catchUp.run();
        }
        open.users().forEach(news::announce);
        news.refresh();
    }

    @Override
    public synchronized void start() {
        stopping = false;
        beat = EverySecond.run("lease", this::beat);
    }

    /** Sends every client elsewhere and gives the lease back. */
    @Override
    public synchronized void stop() {
        stopping = true;
        EverySecond running = beat;
        beat = null;
        if (running == null) {
            return;
        }
        running.close();
        open.all().forEach(socket -> socket.close(CloseCode.GOING_AWAY));
        try {
            awaitClosed();
            nodes.leave(self);
        } catch (ViewUnavailable e) {
            LOG.debug("the lease will lapse by itself", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitClosed() throws InterruptedException {
        long until = System.nanoTime() + CLOSE_WITHIN.toNanos();
        while (!open.all().isEmpty() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return beat != null;
    }
}
