package chat.parley.gateway.fanout;

import chat.parley.access.Refusals;
import chat.parley.distribution.Broker;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.EventHandler;
import chat.parley.distribution.GroupConsumer;
import chat.parley.distribution.StoreUnavailable;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.Joined;
import chat.parley.gateway.membership.Members;
import chat.parley.gateway.node.CountedPost;
import chat.parley.gateway.presence.PresenceNews;
import chat.parley.refusals.Reason;
import chat.parley.views.presence.NodeId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.amqp.AmqpException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Handles the shared queues of events: to this node's sockets directly, to other nodes by their private queues. */
@Component
class FanOut implements EventHandler {

    private final Takeover takeover;
    private final LocalDelivery here;
    private final Addressing addressing;
    private final PassedErasures erasures;
    private final OtherNodes others;
    private final Members members;
    private final PresenceNews presence;
    private final List<Lane> lanes;

    /** One queue of the group; used by the one thread that consumes it. */
    private static final class Lane {

        final CountedPost post;
        volatile boolean takenOver;

        Lane(CountedPost post) {
            this.post = post;
        }
    }

    FanOut(
            Broker broker,
            NodeId self,
            Takeover takeover,
            LocalDelivery here,
            Addressing addressing,
            PassedErasures erasures,
            OtherNodes others,
            Members members,
            PresenceNews presence) {
        this.presence = presence;
        this.takeover = takeover;
        this.members = members;
        this.here = here;
        this.addressing = addressing;
        this.erasures = erasures;
        this.others = others;
        this.lanes = IntStream.range(0, ConsumerGroup.FANOUT.queues())
                .mapToObj(queue -> new Lane(new CountedPost(broker.publisher(), self, queue)))
                .toList();
    }

    List<CountedPost> posts() {
        return lanes.stream().map(lane -> lane.post).toList();
    }

    /** Consuming was interrupted if this lane had a queue before, and the queue that is there now may not be the same. */
    @Override
    public void starting(int queue) {
        Lane lane = lanes.get(queue);
        try {
            if (lane.takenOver) {
                lane.post.queueLost();
            }
            lane.takenOver = false;
        } catch (AmqpException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void announced(int queue) {
        others.appeared();
    }

    /** It may have concerned anyone, and a dense sequence does not show that its last is missing: every node looks in the log. */
    @Override
    public void setAside(int queue) {
        try {
            lanes.get(queue).post.queueLost();
        } catch (AmqpException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void handle(int queue, List<Envelope> batch) {
        Lane lane = lanes.get(queue);
        try {
            if (!lane.takenOver) {
                // what was announced before, another node heard
                others.appeared();
                takeover.await(lane.post);
                members.missedEvents();
                erasures.before(queue, batch.getFirst().position());
                lane.takenOver = true;
            }
            List<Addressed> addressed = addressing.address(batch.stream()
                    .filter(event -> ConsumerGroup.FANOUT.queueOf(event.partition()) == queue)
                    .toList());
            addressed.forEach(event -> here.deliver(event.envelope(), event.members()));
            lane.post.publish(addressed.stream()
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

    /** Who comes to a conversation and who is there are told of one another's presence. */
    private void tellOfPresence(Envelope event) {
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
