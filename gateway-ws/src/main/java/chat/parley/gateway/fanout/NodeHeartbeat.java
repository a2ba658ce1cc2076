package chat.parley.gateway.fanout;

import chat.parley.distribution.RepeatedService;
import chat.parley.gateway.node.SequencedNodePublisher;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.GatewayNodes;
import chat.parley.views.presence.NodeId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Every second, announces how far the numbers are, so that the loss of a last message is noticed too, and checks which nodes
 * are alive.
 */
@Component
class NodeHeartbeat extends RepeatedService {

    private static final Logger LOG = LoggerFactory.getLogger(NodeHeartbeat.class);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FanOut fanOut;
    private final GatewayNodes nodes;
    private final NodeId self;
    private final ClusterPeers others;

    NodeHeartbeat(FanOut fanOut, GatewayNodes nodes, NodeId self, ClusterPeers others, TaskScheduler scheduler) {
        super(scheduler, "fan-out ticks", SECOND);
        this.fanOut = fanOut;
        this.nodes = nodes;
        this.self = self;
        this.others = others;
    }

    @Override
    protected void once() {
        long signs = others.generation();
        Optional<Set<NodeId>> live = live();
        if (live.isPresent()) {
            if (Set.of(self).containsAll(live.get())) {
                others.none(signs);
            } else {
                others.appeared();
            }
        }
        for (SequencedNodePublisher post : fanOut.posts()) {
            try {
                if (live.isPresent()) {
                    post.tick(live.get());
                } else {
                    post.tick();
                }
            } catch (AmqpException e) {
                LOG.debug("a tick could not be sent", e);
            }
        }
    }

    private Optional<Set<NodeId>> live() {
        try {
            return Optional.of(nodes.live());
        } catch (ViewUnavailable e) {
            return Optional.empty();
        }
    }
}
