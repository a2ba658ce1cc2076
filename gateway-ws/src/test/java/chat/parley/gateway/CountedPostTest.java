package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;

import chat.parley.distribution.Broker;
import chat.parley.gateway.node.SequencedNodePublisher;
import chat.parley.infrastructure.Component;
import chat.parley.views.presence.NodeId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CountedPostTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG);

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void itGoesOnAtOnceAfterItsConnectionWasLost() throws Exception {
        Broker broker = NODE.bean(Broker.class);
        SequencedNodePublisher post = new SequencedNodePublisher(broker.publisher(), new NodeId(UUID.randomUUID()), 0);
        post.queueLost();
        GatewayNode.INFRASTRUCTURE.restart(Component.RABBITMQ);
        broker.declare();
        assertThatCode(post::queueLost).doesNotThrowAnyException();
    }
}
