package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.distribution.Topology;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.gateway.node.NodeMessage;
import chat.parley.gateway.node.NodeMessage.Source;
import chat.parley.gateway.resume.MissedEvents;
import chat.parley.views.presence.NodeId;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import tools.jackson.databind.json.JsonMapper;

/** Another node's publications, of which some never arrive here: what a client lacks comes all the same, in order, once. */
class LostMessagesTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG);

    private final People people = People.make();
    private final ConversationId conversation =
            LOG.startDirect(people.alice().user(), people.bob().user());
    private final Source publisher = new Source(new NodeId(UUID.randomUUID()), 0, false);

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void aHoleInWhatAPublisherCountsIsFilledFromTheLog() throws Exception {
        try (Client bob = NODE.ready(people.bob())) {
            publish(told(1, unpublished("first")));
            bob.awaitTexts(conversation, "first");
            unpublished("lost on the way, the publisher's second");
            publish(told(3, unpublished("third")));
            bob.awaitTexts(conversation, "first", "lost on the way, the publisher's second", "third");
        }
    }

    @Test
    void theLossOfALastMessageShowsAtTheNextTick() throws Exception {
        try (Client bob = NODE.ready(people.bob())) {
            publish(told(1, unpublished("first")));
            bob.awaitTexts(conversation, "first");
            unpublished("lost on the way, and nothing follows");
            publish(new NodeMessage.Tick(publisher, 2));
            bob.awaitTexts(conversation, "first", "lost on the way, and nothing follows");
            await().until(() -> bob.types().getLast().equals("pong"));
            try (Client back = NODE.ready(people.bob(), bob.cursor())) {
                assertThat(back.told("event")).isEmpty();
            }
        }
    }

    @Test
    void aPublisherThatWasNeverHeardOfMustBeginWithOne() throws Exception {
        try (Client bob = NODE.ready(people.bob())) {
            unpublished("lost on the way");
            publish(new NodeMessage.Tick(publisher, 1));
            bob.awaitTexts(conversation, "lost on the way");
        }
    }

    @Test
    void aRepeatIsNotToldTwice() throws Exception {
        try (Client bob = NODE.ready(people.bob())) {
            Envelope first = unpublished("first");
            publish(told(1, first));
            publish(told(2, first));
            publish(told(3, unpublished("second")));
            bob.awaitTexts(conversation, "first", "second");
        }
    }

    @Test
    void whatWasMissedWhileRedisHadForgottenTheNodeIsToldAfterwards() {
        try (Client bob = NODE.ready(people.bob())) {
            unpublished("sent to nobody, for nobody was known");
            emptyRedis();
            bob.awaitTexts(conversation, "sent to nobody, for nobody was known");
            try (Client alice = NODE.ready(people.alice())) {
                alice.await("presence", presence -> presence.get("online").asBoolean());
            }
        }
    }

    @Test
    void whoResumesWhileEventsPassTheNodeByIsToldThemInOrderAfterwards() {
        MissedEvents missed = NODE.bean(MissedEvents.class);
        Timer delivered = NODE.bean(MeterRegistry.class)
                .get("parley.gateway.fanout.latency")
                .timer();
        missed.begin();
        try (Client bob = NODE.ready(people.bob())) {
            unpublished("sent to nobody, for this node was not known");
            long before = delivered.count();
            LOG.say(conversation, people.alice().user(), "sent here");
            await().until(() -> delivered.count() > before);
            assertThat(bob.told("event")).isEmpty();
            missed.end();
            bob.awaitTexts(conversation, "sent to nobody, for this node was not known", "sent here");
        } finally {
            missed.end();
        }
    }

    @Test
    void whatWasLostWithAFanOutQueueIsToldWhenThereIsANewOne() throws Exception {
        try (Client bob = NODE.ready(people.bob())) {
            LOG.say(conversation, people.alice().user(), "first");
            bob.awaitTexts(conversation, "first");
            Envelope lost = unpublished("lost with the queue");
            NODE.bean(AmqpAdmin.class)
                    .deleteQueue(ConsumerGroup.FANOUT.queue(ConsumerGroup.FANOUT.queueOf(lost.partition())));
            bob.awaitTexts(conversation, "first", "lost with the queue");
        }
    }

    @Test
    void aMessageThatCannotBeReadCountsAsLost() throws Exception {
        try (Client bob = NODE.ready(people.bob())) {
            unpublished("in words of a later version");
            publish("{\"kind\":\"from the future\"}".getBytes(StandardCharsets.UTF_8));
            bob.awaitTexts(conversation, "in words of a later version");
            assertThat(bob.texts(conversation)).hasSize(1);
        }
    }

    private Envelope unpublished(String text) {
        return LOG.recordUnpublished(conversation, people.alice().user(), text);
    }

    private NodeMessage told(long counter, Envelope envelope) {
        return new NodeMessage.Told(
                publisher, counter, Set.of(people.bob().user()), new EnvelopeJson().toTree(envelope));
    }

    private static void publish(NodeMessage message) throws Exception {
        publish(JsonMapper.shared().writerFor(NodeMessage.class).writeValueAsBytes(message));
    }

    private static void publish(byte[] message) throws Exception {
        NODE.send(Topology.NODES, NODE.id().toString(), message);
    }

    private static void emptyRedis() {
        try (RedisClient client = RedisClient.create(
                GatewayNode.INFRASTRUCTURE.addresses().redis().uri().toString())) {
            client.connect().sync().flushall();
        }
    }
}
