package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import tools.jackson.databind.JsonNode;

/** Those who are connected, to whichever node, learn who was erased and what was deleted; every queue says that it has passed it. */
class ErasureTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode ONE = GatewayNode.start(LOG);
    private static final GatewayNode OTHER = GatewayNode.start(LOG);
    private static final Set<String> EVERY_PART = IntStream.range(0, ConsumerGroup.FANOUT.queues())
            .mapToObj(ConsumerGroup.FANOUT::part)
            .collect(Collectors.toSet());

    private final People people = People.make();
    private final UserId alice = people.alice().user();
    private final ConversationId conversation =
            LOG.startDirect(alice, people.bob().user());

    @AfterAll
    static void stop() throws Exception {
        ONE.close();
        OTHER.close();
    }

    @Test
    void thosePresentAreToldOnceOnEitherNodeAndStrangersAreNot() {
        People strangers = People.make();
        ConversationId elsewhere =
                LOG.startDirect(strangers.alice().user(), strangers.bob().user());
        try (Client laptop = ONE.ready(people.bob());
                Client phone = OTHER.ready(people.bob());
                Client stranger = ONE.ready(strangers.bob())) {
            LOG.say(conversation, alice, "before");
            Envelope erased = LOG.erase(alice);
            await().until(() -> LOG.forgotten(alice).equals(EVERY_PART));
            LOG.say(conversation, people.bob().user(), "after");
            LOG.say(elsewhere, strangers.alice().user(), "hello");

            for (Client bob : new Client[] {laptop, phone}) {
                JsonNode told = bob.await("erased");
                assertThat(told.get("account").asString()).isEqualTo(alice.toString());
                assertThat(told.get("position").asLong()).isEqualTo(erased.position());
                assertThat(told.get("at").asString()).isNotBlank();
                assertThat(told.get("cursor").asString()).isNotBlank();
                bob.awaitTexts(conversation, "before", "after");
                assertThat(bob.told("erased")).hasSize(1);
            }
            stranger.awaitTexts(elsewhere, "hello");
            assertThat(stranger.told("erased")).isEmpty();
        }
    }

    @Test
    void whoReturnsIsToldWhoWasErasedMeanwhile() {
        Client before = ONE.ready(people.bob());
        LOG.say(conversation, alice, "seen");
        before.awaitTexts(conversation, "seen");
        before.close();
        LOG.erase(alice);
        try (Client after = ONE.ready(people.bob(), before.cursor())) {
            assertThat(after.await("erased").get("account").asString()).isEqualTo(alice.toString());
            after.await("ready");
            assertThat(after.types().indexOf("ready"))
                    .isGreaterThan(after.types().indexOf("erased"));
        }
    }

    @Test
    void aDeletionIsAnEventOfItsConversation() {
        try (Client bob = OTHER.ready(people.bob())) {
            Envelope sent = LOG.say(conversation, alice, "never mind this");
            Envelope deleted = LOG.delete(sent);
            JsonNode told =
                    bob.await("event", event -> event.get("name").asString().equals("conversation.message-deleted.v1"));
            assertThat(told.get("sequence").asLong()).isEqualTo(deleted.sequence());
            assertThat(told.get("data").get("target").asLong()).isEqualTo(sent.sequence());
            assertThat(told.get("data").get("number").asLong()).isEqualTo(1);
        }
    }

    @Test
    void anErasureThatWasLostWithItsQueueCountsAsPassedOnceTheNewQueueBringsSomething() throws Exception {
        LOG.eraseUnpublished(alice);
        AmqpAdmin operator = ONE.bean(AmqpAdmin.class);
        for (int queue = 0; queue < ConsumerGroup.FANOUT.queues(); queue++) {
            operator.deleteQueue(ConsumerGroup.FANOUT.queue(queue));
        }
        await().until(() -> IntStream.range(0, ConsumerGroup.FANOUT.queues())
                .allMatch(queue -> isConsumed(operator, ConsumerGroup.FANOUT.queue(queue))));
        assertThat(LOG.forgotten(alice)).isEmpty();
        int queue = ConsumerGroup.FANOUT.queueOf(
                LOG.say(conversation, people.bob().user(), "later").partition());
        await().until(() -> LOG.forgotten(alice).equals(Set.of(ConsumerGroup.FANOUT.part(queue))));
    }

    /** It is bound by then, too. */
    private static boolean isConsumed(AmqpAdmin operator, String queue) {
        QueueInformation found = operator.getQueueInfo(queue);
        return found != null && found.getConsumerCount() > 0;
    }
}
