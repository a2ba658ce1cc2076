package chat.parley.distribution;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Opens connections to RabbitMQ. */
public final class Broker implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int HEARTBEAT_S = 10;
    private static final int ANSWER_WITHIN_MS = 10_000;

    private final ConnectionFactory factory;
    private final Topology topology;
    private @Nullable Connection consuming;

    Broker(BrokerSettings settings) {
        factory = new ConnectionFactory();
        try {
            factory.setUri(settings.uri());
        } catch (URISyntaxException | GeneralSecurityException e) {
            throw new IllegalArgumentException("parley.rabbitmq.uri is not an AMQP address", e);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(CONNECT_TIMEOUT_MS);
        factory.setRequestedHeartbeat(HEARTBEAT_S);
        factory.setChannelRpcTimeout(ANSWER_WITHIN_MS);
        factory.setSharedExecutor(Executors.newVirtualThreadPerTaskExecutor());
        topology = new Topology(settings.queueType(), new AnalyticsExchanges(settings.analytics()));
    }

    /**
     * A connection that does not mend itself: what a consumer must do after a loss (declare, catch up, resume) is
     * more than to connect again, so its owner starts over, see {@link Supervised}.
     *
     * @param name shown in RabbitMQ's management
     */
    public Connection connect(String name) throws IOException {
        return connect(factory, name);
    }

    /**
     * As {@link #connect}, for a publisher that has the connection for itself and sends a batch in few packets; over TLS, whose
     * sockets are not ours to make, in as many as the client likes.
     */
    public ConfirmedPublisher publisher(String name) throws IOException {
        if (factory.isSSL()) {
            return ConfirmedPublisher.owning(connect(name), null);
        }
        GatheringSocket.Factory sockets = new GatheringSocket.Factory();
        ConnectionFactory own = factory.clone();
        own.setSocketFactory(sockets);
        return ConfirmedPublisher.owning(connect(own, name), sockets.socket);
    }

    /**
     * A channel on the one connection that all consumers of this process share: what several of them are sent comes in the same
     * packets. None holds up another, for it takes in no more than it was promised; so nothing may publish here, which a broker short
     * of memory would stop. What it is sent is handed over on the connection's own thread, which must not wait.
     */
    synchronized Channel consumer() throws IOException {
        Connection current = consuming;
        if (current == null || !current.isOpen()) {
            ConnectionFactory own = factory.clone();
            own.setSharedExecutor(new CallingThread());
            current = connect(own, "consumers");
            consuming = current;
        }
        return current.openChannel().orElseThrow(() -> new IOException("RabbitMQ allows no more channels"));
    }

    public Topology topology() {
        return topology;
    }

    @Override
    public synchronized void close() {
        if (consuming != null) {
            consuming.abort();
        }
    }

    private static Connection connect(ConnectionFactory factory, String name) throws IOException {
        try {
            return factory.newConnection(name);
        } catch (TimeoutException e) {
            throw new IOException("RabbitMQ did not answer in time", e);
        }
    }
}
