package chat.parley.gateway.node;

import chat.parley.distribution.Broker;
import chat.parley.distribution.FatalErrors;
import chat.parley.distribution.Subscription;
import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import chat.parley.distribution.Topology;
import chat.parley.views.presence.NodeId;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's private queue, which exists as long as the connection. */
@Component
public class NodeInbox implements SmartLifecycle, Supervising {

    static final int PHASE = DEFAULT_PHASE - 1;

    private static final Logger LOG = LoggerFactory.getLogger(NodeInbox.class);

    private final Broker broker;
    private final CachingConnectionFactory connections;
    private final NodeId self;
    private final NodeListener listener;
    private volatile boolean connected;
    private @Nullable Supervised reader;

    NodeInbox(Broker broker, NodeId self, NodeListener listener) {
        this.broker = broker;
        this.connections = broker.connections("node " + self);
        this.self = self;
        this.listener = listener;
    }

    public boolean isConnected() {
        return connected;
    }

    private void read() throws Exception {
        broker.declare();
        try {
            String queue = queue();
            listener.connected();
            try (Subscription subscription = Subscription.unacknowledged(connections, queue, this::take)) {
                connected = true;
                subscription.awaitLoss();
            }
            throw new IOException("the connection was lost");
        } finally {
            connected = false;
            connections.resetConnection();
        }
    }

    /** A new name each time: the broker may keep the lost connection's queue for a while. */
    private String queue() {
        RabbitAdmin admin = new RabbitAdmin(connections);
        Queue queue = new Queue("parley.node." + self + "." + UUID.randomUUID(), false, true, true);
        admin.declareQueue(queue);
        admin.declareBinding(BindingBuilder.bind(queue)
                .to(new DirectExchange(Topology.NODES))
                .with(self.toString()));
        admin.declareBinding(BindingBuilder.bind(queue).to(new FanoutExchange(Topology.ALL_NODES)));
        admin.declareBinding(BindingBuilder.bind(queue).to(new FanoutExchange(Topology.SIGN_INS)));
        return queue.getName();
    }

    private void take(Message message) {
        try {
            listener.received(NodeMessageJson.read(message.getBody()));
        } catch (RuntimeException | Error e) {
            // The container would log the exception, which may quote content.
            FatalErrors.rethrowIfFatal(e);
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
