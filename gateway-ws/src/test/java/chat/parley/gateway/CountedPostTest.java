package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;

import chat.parley.distribution.Broker;
import chat.parley.gateway.node.CountedPost;
import chat.parley.infrastructure.Part;
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
        LOG.close();
    }

    @Test
    void itGoesOnAtOnceAfterItsConnectionWasLost() throws Exception {
        Broker broker = NODE.bean(Broker.class);
        try (CountedPost post = new CountedPost(broker, new NodeId(UUID.randomUUID()), 0)) {
            post.queueLost();
            LOG.close();
            GatewayNode.INFRASTRUCTURE.restart(Part.RABBITMQ);
            LOG.publishAgainThrough(broker);
            assertThatCode(post::queueLost).doesNotThrowAnyException();
        }
    }
}
