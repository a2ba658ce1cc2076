package chat.parley.gateway.node;

import chat.parley.distribution.ConfirmedPublisher;
import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import chat.parley.events.UserId;
import chat.parley.views.presence.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.amqp.AmqpException;
import tools.jackson.databind.JsonNode;

/**
 * Publishes events to nodes, with confirms, each with the next number of its destination. A publication that fails half-way
 * has used its numbers, so the node notices that it missed something.
 */
public final class SequencedNodePublisher {

    /** An event to publish to some nodes. */
    public record Letter(Destination to, Set<UserId> recipients, JsonNode event) {}

    private final ConfirmedPublisher publisher;
    private final NodeId self;
    private final int lane;
    private final Map<Destination, Long> counters = new HashMap<>();

    public SequencedNodePublisher(ConfirmedPublisher publisher, NodeId self, int lane) {
        this.publisher = publisher;
        this.self = self;
        this.lane = lane;
    }

    /**
     * Returns once the broker has confirmed every message.
     *
     * @throws AmqpException it may not have them
     */
    public synchronized void publish(List<Letter> letters) {
        publish(letters.stream().map(this::counted).toList(), false);
    }

    /** Tells every known node how far its numbers are, and forgets nodes that are gone. */
    public synchronized void tick(Set<NodeId> live) {
        counters.keySet().removeIf(to -> to instanceof Destination.One one && !live.contains(one.node()));
        tick();
    }

    /** As {@link #tick(Set)}, if the live nodes are not known. */
    public synchronized void tick() {
        publish(
                counters.entrySet().stream()
                        .map(each ->
                                outgoing(each.getKey(), new NodeMessage.Tick(source(each.getKey()), each.getValue())))
                        .toList(),
                false);
    }

    /** Sends a barrier to this node itself; fails if its queue is not there. */
    public synchronized void barrier(UUID id) {
        publish(List.of(outgoing(new Destination.One(self), new NodeMessage.Barrier(id))), true);
    }

    /** Tells every node, including this one, that events of the queue may be lost. */
    public synchronized void queueLost() {
        publish(List.of(outgoing(new Destination.All(), new NodeMessage.QueueLost())), false);
    }

    private Outgoing counted(Letter letter) {
        long counter = counters.merge(letter.to(), 1L, Long::sum);
        return outgoing(
                letter.to(), new NodeMessage.Told(source(letter.to()), counter, letter.recipients(), letter.event()));
    }

    private NodeMessage.Source source(Destination to) {
        return new NodeMessage.Source(self, lane, to instanceof Destination.All);
    }

    private static Outgoing outgoing(Destination to, NodeMessage message) {
        return new Outgoing(
                to.exchange(), to.routingKey(), NodeMessageJson.MEDIA_TYPE, false, NodeMessageJson.write(message));
    }

    private void publish(List<Outgoing> messages, boolean mandatory) {
        if (!messages.isEmpty()) {
            publisher.publish(messages, mandatory);
        }
    }
}
