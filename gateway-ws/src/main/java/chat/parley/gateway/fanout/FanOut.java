package chat.parley.gateway.fanout;

import chat.parley.access.Refusals;
import chat.parley.distribution.Broker;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.EventHandler;
import chat.parley.distribution.GroupConsumer;
import chat.parley.distribution.StoreUnavailable;
import chat.parley.events.BlockedPerson;
import chat.parley.events.BlocksEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.FriendshipAccepted;
import chat.parley.events.FriendshipRemoved;
import chat.parley.events.Joined;
import chat.parley.events.MessageRequestAnswered;
import chat.parley.events.PrivacyChanged;
import chat.parley.events.RequestAnswer;
import chat.parley.gateway.erasure.ErasureReporter;
import chat.parley.gateway.membership.MembershipCache;
import chat.parley.gateway.node.SequencedNodePublisher;
import chat.parley.gateway.presence.PresenceBroadcaster;
import chat.parley.refusals.Reason;
import chat.parley.views.presence.NodeId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.amqp.AmqpException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Handles the shared queues of events: sends to this node's sockets directly, and to other nodes through their private
 * queues.
 */
@Component
class FanOut implements EventHandler {

    private final Takeover takeover;
    private final LocalDelivery here;
    private final RecipientLookup addressing;
    private final ErasureReporter erasures;
    private final ClusterPeers others;
    private final MembershipCache members;
    private final PresenceBroadcaster presence;
    private final List<PartitionQueue> queues;

    /** One queue of the group; used only by the thread that consumes it. */
    private static final class PartitionQueue {

        final SequencedNodePublisher post;
        volatile boolean takenOver;

        PartitionQueue(SequencedNodePublisher post) {
            this.post = post;
        }
    }

    FanOut(
            Broker broker,
            NodeId self,
            Takeover takeover,
            LocalDelivery here,
            RecipientLookup addressing,
            ErasureReporter erasures,
            ClusterPeers others,
            MembershipCache members,
            PresenceBroadcaster presence) {
        this.presence = presence;
        this.takeover = takeover;
        this.members = members;
        this.here = here;
        this.addressing = addressing;
        this.erasures = erasures;
        this.others = others;
        this.queues = IntStream.range(0, ConsumerGroup.FANOUT.queues())
                .mapToObj(queue -> new PartitionQueue(new SequencedNodePublisher(broker.publisher(), self, queue)))
                .toList();
    }

    List<SequencedNodePublisher> posts() {
        return queues.stream().map(partitionQueue -> partitionQueue.post).toList();
    }

    /** If the queue was consumed here before, consuming was interrupted, and the queue may be a new one. */
    @Override
    public void starting(int queue) {
        PartitionQueue partitionQueue = queues.get(queue);
        try {
            if (partitionQueue.takenOver) {
                partitionQueue.post.queueLost();
            }
            partitionQueue.takenOver = false;
        } catch (AmqpException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void announced(int queue) {
        others.appeared();
    }

    /**
     * The event may concern anyone, and a dense sequence does not show that its last event is missing: so every node reads
     * the log.
     */
    @Override
    public void setAside(int queue) {
        try {
            queues.get(queue).post.queueLost();
        } catch (AmqpException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void handle(int queue, List<Envelope> batch) {
        PartitionQueue partitionQueue = queues.get(queue);
        try {
            if (!partitionQueue.takenOver) {
                // Another node received the earlier announcements.
                others.appeared();
                takeover.await(partitionQueue.post);
                members.missedEvents();
                erasures.before(queue, batch.getFirst().position());
                partitionQueue.takenOver = true;
            }
            List<AddressedEvent> addressed = addressing.address(batch.stream()
                    .filter(event -> ConsumerGroup.FANOUT.queueOf(event.partition()) == queue)
                    .toList());
            addressed.forEach(event -> here.deliver(event.envelope(), event.members()));
            partitionQueue.post.publish(addressed.stream()
                    .flatMap(event -> event.letters().stream())
                    .toList());
            addressed.forEach(event -> tellOfPresence(event.envelope()));
            erasures.within(queue, batch);
        } catch (AmqpException e) {
            throw new StoreUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(e);
        } catch (RuntimeException e) {
            throw Refusals.of(e).reason() == Reason.UNAVAILABLE ? new StoreUnavailable(e) : e;
        }
    }

    /** New members and those present learn of each other's presence, and who sees more or less of somebody. */
    private void tellOfPresence(Envelope event) {
        switch (event.event()) {
            case PrivacyChanged changed -> presence.sightChanged(changed.account());
            case BlocksEvent blocks -> {
                BlockedPerson whom = blocks.content();
                if (whom != null) {
                    presence.sightChangedBetween(blocks.blocker(), whom.person());
                }
            }
            case FriendshipAccepted accepted -> presence.sightChangedBetween(accepted.by(), accepted.other());
            case FriendshipRemoved removed -> presence.sightChangedBetween(removed.by(), removed.other());
            // Of one that is ignored its author learns nothing.
            case MessageRequestAnswered answered
            when answered.answer() == RequestAnswer.ACCEPTED ->
                presence.sightChangedBetween(answered.recipient(), answered.author());
            default -> {
                // Nobody sees more or less of anybody.
            }
        }
        List<Joined> joins = event.facets().joins();
        if (!joins.isEmpty()) {
            presence.cameTogether(
                    ConversationId.of(event.stream().partitionKey()),
                    joins.stream().map(Joined::member).collect(Collectors.toSet()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Consuming {

        @Bean
        GroupConsumer fanOutConsumer(Broker broker, FanOut fanOut) {
            return new GroupConsumer(broker, ConsumerGroup.FANOUT, fanOut);
        }
    }
}
