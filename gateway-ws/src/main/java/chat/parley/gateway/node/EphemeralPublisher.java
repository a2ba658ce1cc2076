package chat.parley.gateway.node;

import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import chat.parley.events.UserId;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.Sockets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Publishes messages that may be lost (typing, presence, signals of calls) to the nodes of some people. Never waits for the broker. */
@Component
public class EphemeralPublisher implements SmartLifecycle, Supervising {

    private static final int MAX_WAITING = 10_000;

    /** @param body serialized beforehand, so that only the broker can delay what is behind it */
    private record Waiting(Destination to, NodeMessage message, Message body) {

        static Waiting of(Destination to, NodeMessage message) {
            return new Waiting(
                    to,
                    message,
                    MessageBuilder.withBody(NodeMessageJson.write(message))
                            .setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
                            .build());
        }
    }

    private final RabbitTemplate template;
    private final Sockets directory;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    /** A message that was taken from the queue and could not be published; used only by the writer. */
    private @Nullable Waiting unsent;

    private @Nullable Supervised writer;

    EphemeralPublisher(RabbitTemplate template, Sockets directory) {
        this.template = template;
        this.directory = directory;
    }

    /**
     * @param message what a node is told that holds these of the recipients
     * @return false if so much waits for the broker that some of it was dropped
     */
    public boolean send(Set<UserId> recipients, Function<Set<UserId>, NodeMessage> message) {
        boolean taken = true;
        for (Map.Entry<Destination, Set<UserId>> each : destinations(recipients).entrySet()) {
            taken &= waiting.offer(Waiting.of(each.getKey(), message.apply(each.getValue())));
        }
        return taken;
    }

    private Map<Destination, Set<UserId>> destinations(Set<UserId> recipients) {
        try {
            Map<Destination, Set<UserId>> destinations = new HashMap<>();
            directory.nodesOf(recipients).forEach((node, held) -> destinations.put(new Destination.One(node), held));
            return destinations;
        } catch (ViewUnavailable e) {
            return Map.of(new Destination.All(), recipients);
        }
    }

    private void write() throws InterruptedException {
        // Notifications of presence do not expire: whoever gets one reads the present state.
        waiting.removeIf(each ->
                each.message() instanceof NodeMessage.Typing || each.message() instanceof NodeMessage.CallSignal);
        try {
            while (true) {
                publish(unsent == null ? waiting.take() : unsent);
            }
        } catch (InterruptedException e) {
            // A node that stops has announced who goes offline with it; that must still be published.
            for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
                publish(next);
            }
            throw e;
        }
    }

    private void publish(Waiting next) {
        unsent = next;
        template.send(next.to().exchange(), next.to().routingKey(), next.body());
        unsent = null;
    }

    @Override
    public synchronized void start() {
        writer = Supervised.start("transient post", this::write);
    }

    @Override
    public synchronized void stop() {
        Supervised running = writer;
        writer = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public synchronized Collection<Supervised> supervised() {
        return writer == null ? List.of() : List.of(writer);
    }

    @Override
    public synchronized boolean isRunning() {
        return writer != null;
    }

    @Override
    public int getPhase() {
        return NodeInbox.PHASE;
    }
}
