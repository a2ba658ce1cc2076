package chat.parley.gateway.node;

import chat.parley.distribution.Broker;
import chat.parley.distribution.Failures;
import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import chat.parley.distribution.Topology;
import chat.parley.views.presence.NodeId;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's private queue; it lives and dies with the connection. */
@Component
public class NodeInbox implements SmartLifecycle, Supervising {

    static final int PHASE = DEFAULT_PHASE - 1;

    private static final Logger LOG = LoggerFactory.getLogger(NodeInbox.class);

    private final Broker broker;
    private final NodeId self;
    private final NodeListener listener;
    private volatile boolean connected;
    private @Nullable Supervised reader;

    NodeInbox(Broker broker, NodeId self, NodeListener listener) {
        this.broker = broker;
        this.self = self;
        this.listener = listener;
    }

    public boolean isConnected() {
        return connected;
    }

    private void read() throws Exception {
        try (Connection connection = broker.connect("node " + self)) {
            Channel channel = connection.createChannel();
            broker.topology().declare(channel);
            // A name of its own each time: the broker may hold on to the lost connection's queue for a while.
            String queue = "parley.node." + self + "." + UUID.randomUUID();
            channel.queueDeclare(queue, false, true, true, Map.of());
            channel.queueBind(queue, Topology.NODES, self.toString());
            channel.queueBind(queue, Topology.ALL_NODES, "");
            CountDownLatch lost = new CountDownLatch(1);
            channel.addShutdownListener(_ -> lost.countDown());
            listener.connected();
            channel.basicConsume(queue, true, (_, delivery) -> take(delivery.getBody()), _ -> lost.countDown());
            connected = true;
            lost.await();
            throw new IOException("the connection was lost");
        } finally {
            connected = false;
        }
    }

    private void take(byte[] body) {
        try {
            listener.received(NodeMessageJson.read(body));
        } catch (RuntimeException | Error e) {
            // Whatever is thrown here would close the channel, and the same message may come again.
            Failures.rethrowIfFatal(e);
            LOG.error(
                    "what a node sent cannot be taken in here: {}", e.getClass().getName());
            LOG.debug("what a node sent cannot be taken in here", e);
            listener.unreadable();
        }
    }

    @Override
    public synchronized void start() {
        reader = Supervised.start("node inbox", this::read);
    }

    @Override
    public synchronized void stop() {
        Supervised running = reader;
        reader = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public synchronized Collection<Supervised> supervised() {
        return reader == null ? List.of() : List.of(reader);
    }

    @Override
    public synchronized boolean isRunning() {
        return reader != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
