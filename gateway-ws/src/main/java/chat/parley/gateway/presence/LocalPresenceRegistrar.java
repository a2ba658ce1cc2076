package chat.parley.gateway.presence;

import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.NodeId;
import chat.parley.views.presence.Sockets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Registers this node's sockets in Redis; what could not be written is repaired by {@link NodeLease}. */
@Component
public class LocalPresenceRegistrar {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPresenceRegistrar.class);

    private final NodeId self;
    private final OpenSockets open;
    private final Sockets directory;
    private final PresenceBroadcaster news;
    private final AtomicBoolean stale = new AtomicBoolean();
    /** The number of sockets that are being closed: not open any more, but perhaps still in Redis. */
    private final AtomicInteger closing = new AtomicInteger();

    LocalPresenceRegistrar(NodeId self, OpenSockets open, Sockets directory, PresenceBroadcaster news) {
        this.self = self;
        this.open = open;
        this.directory = directory;
        this.news = news;
    }

    public void opened(ClientSocket socket) {
        open.add(socket);
        if (written(() -> directory.opened(self, socket.shown()))) {
            news.announce(socket.caller().user());
        }
    }

    public void closed(ClientSocket socket) {
        closing.incrementAndGet();
        try {
            open.remove(socket);
            if (written(() -> directory.closed(self, socket.shown()))) {
                news.announce(socket.caller().user());
            }
        } finally {
            closing.decrementAndGet();
        }
    }

    /** Whether no socket is left, here or in Redis. */
    boolean isOver() {
        return open.all().isEmpty() && closing.get() == 0;
    }

    /** The socket looks at another room. */
    public void moved(ClientSocket socket) {
        written(() -> {
            directory.focused(self, socket.shown());
            return false;
        });
    }

    /** Whether something could not be written since this was asked before. */
    boolean takeStale() {
        return stale.getAndSet(false);
    }

    void makeStale() {
        stale.set(true);
    }

    private boolean written(BooleanSupplier write) {
        try {
            return write.getAsBoolean();
        } catch (ViewUnavailable e) {
            LOG.debug("to be written when Redis is back", e);
            makeStale();
            return false;
        }
    }
}
