package chat.parley.access;

import chat.parley.distribution.Broker;
import chat.parley.distribution.FatalErrors;
import chat.parley.distribution.Subscription;
import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import chat.parley.distribution.Topology;
import chat.parley.events.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.SmartLifecycle;

/** Broadcasts ended sessions to the other services over RabbitMQ, and receives theirs on an exclusive queue. */
final class SessionEndBroadcast implements EndedSessions, SmartLifecycle, Supervising {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEndBroadcast.class);
    private static final String NAME = "session-ends";

    private final RabbitTemplate template;
    private final CachingConnectionFactory connections;
    private final EndedSessionCache ends;
    private volatile boolean subscribed;
    private volatile @Nullable Supervised subscription;

    SessionEndBroadcast(Broker broker, RabbitTemplate template, EndedSessionCache ends) {
        this.template = template;
        this.connections = broker.connections(NAME);
        this.ends = ends;
    }

    /** If the broker is away, nobody waits: the other services find the end in the table within a second. */
    @Override
    public void ended(SessionId session) {
        ends.learn(session);
        if (subscribed) {
            try {
                template.send(Topology.SESSIONS, "", message(session));
            } catch (AmqpException e) {
                LOG.debug("The end of a session was not broadcast", e);
            }
        }
    }

    private static Message message(SessionId session) {
        return MessageBuilder.withBody(session.toString().getBytes(StandardCharsets.UTF_8))
                .setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
                .build();
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
        try (Subscription subscription = Subscription.unacknowledged(connections, queue(), this::receive)) {
            subscribed = true;
            ends.subscribed();
            subscription.awaitLoss();
        } finally {
            subscribed = false;
            ends.unsubscribed();
            connections.resetConnection();
        }
        throw new IOException("the connection was lost");
    }

    /** A queue named by the broker, which is deleted with the connection. */
    private String queue() {
        RabbitAdmin admin = new RabbitAdmin(connections);
        FanoutExchange sessions = new FanoutExchange(Topology.SESSIONS);
        admin.declareExchange(sessions);
        Queue queue = Objects.requireNonNull(admin.declareQueue());
        admin.declareBinding(BindingBuilder.bind(queue).to(sessions));
        return queue.getActualName();
    }

    private void receive(Message message) {
        try {
            ends.learn(SessionId.of(new String(message.getBody(), StandardCharsets.UTF_8)));
        } catch (RuntimeException | Error e) {
            FatalErrors.rethrowIfFatal(e);
            LOG.warn("Something else than the id of a session was broadcast, or it cannot be taken in", e);
        }
    }
}
