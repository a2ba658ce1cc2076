package chat.parley.access;

import chat.parley.distribution.Broker;
import chat.parley.distribution.Failures;
import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import chat.parley.distribution.Topology;
import chat.parley.events.SessionId;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tells the other services of ended sessions over RabbitMQ and hears of theirs, on a queue of its own that dies with it. */
final class BroadcastEnds implements EndedSessions, SmartLifecycle, Supervising {

    private static final Logger LOG = LoggerFactory.getLogger(BroadcastEnds.class);
    private static final String NAME = "session-ends";

    private final Broker broker;
    private final RememberedEnds ends;
    private final Object channelLock = new Object();
    private @Nullable Channel channel;
    private volatile @Nullable Supervised subscription;

    BroadcastEnds(Broker broker, RememberedEnds ends) {
        this.broker = broker;
        this.ends = ends;
    }

    /** What the broadcast does not carry, the others find in the table within a second. */
    @Override
    public void ended(SessionId session) {
        ends.learn(session);
        synchronized (channelLock) {
            try {
                if (channel != null) {
                    channel.basicPublish(
                            Topology.SESSIONS, "", null, session.toString().getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException | RuntimeException e) {
                LOG.debug("The end of a session was not broadcast", e);
            }
        }
    }

    @Override
    public boolean isEnded(SessionId session) {
        return ends.isEnded(session);
    }

    @Override
    public Registration listen(Consumer<SessionId> listener) {
        return ends.listen(listener);
    }

    @Override
    public boolean reachable() {
        return ends.reachable();
    }

    @Override
    public void start() {
        subscription = Supervised.start(NAME, this::subscribe);
    }

    @Override
    public void stop() {
        Supervised current = subscription;
        subscription = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public Collection<Supervised> supervised() {
        Supervised current = subscription;
        return current == null ? List.of() : List.of(current);
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }

    private void subscribe() throws IOException, InterruptedException {
        CountDownLatch lost = new CountDownLatch(1);
        try (Connection connection = broker.connect(NAME)) {
            connection.addShutdownListener(_ -> lost.countDown());
            consume(connection.createChannel(), lost);
            use(connection.createChannel());
            ends.subscribed();
            lost.await();
        } finally {
            use(null);
            ends.unsubscribed();
        }
        throw new IOException("the connection was lost");
    }

    private void consume(Channel channel, CountDownLatch lost) throws IOException {
        channel.exchangeDeclare(Topology.SESSIONS, BuiltinExchangeType.FANOUT, true);
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, Topology.SESSIONS, "");
        channel.basicConsume(queue, true, (_, delivery) -> hear(delivery.getBody()), _ -> lost.countDown());
    }

    private void hear(byte[] body) {
        try {
            ends.learn(SessionId.of(new String(body, StandardCharsets.UTF_8)));
        } catch (RuntimeException | Error e) {
            Failures.rethrowIfFatal(e);
            LOG.warn("Something else than the id of a session was broadcast, or it cannot be taken in", e);
        }
    }

    private void use(@Nullable Channel next) {
        synchronized (channelLock) {
            channel = next;
        }
    }
}
