package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.contracts.PartiesOfCall;
import chat.parley.distribution.Broker;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.infrastructure.Component;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People on two nodes that know of each other only through Redis and RabbitMQ. */
class TwoNodesTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode ONE = GatewayNode.start(LOG);
    private static final GatewayNode OTHER = GatewayNode.start(LOG);

    private final People people = People.make();
    private final ConversationId conversation =
            LOG.startDirect(people.alice().user(), people.bob().user());

    @AfterAll
    static void stop() throws Exception {
        ONE.close();
        OTHER.close();
    }

    @Test
    void whatHappensReachesPeopleOnBothNodesInOrder() {
        try (Client alice = ONE.ready(people.alice());
                Client bob = OTHER.ready(people.bob())) {
            String[] texts = IntStream.range(0, 300).mapToObj(i -> "text " + i).toArray(String[]::new);
            for (String text : texts) {
                LOG.say(conversation, people.alice().user(), text);
            }
            alice.awaitTexts(conversation, texts);
            bob.awaitTexts(conversation, texts);
            bob.write(Map.of("type", "read", "upTo", Map.of(conversation.toString(), 300)));
            alice.await("receipt");
            bob.await("receipt");
        }
    }

    @Test
    void typingCrossesNodes() {
        try (Client alice = ONE.ready(people.alice());
                Client bob = OTHER.ready(people.bob())) {
            bob.write(Map.of("type", "typing", "conversation", conversation.toString(), "on", true));
            assertThat(alice.await("typing").get("user").asString())
                    .isEqualTo(people.bob().user().toString());
        }
    }

    @Test
    void whatOneDeviceInACallSaysReachesTheOtherAlone() {
        MessageId call = new MessageId(UUID.randomUUID());
        Caller elsewhere = new Caller(people.bob().user(), new SessionId(UUID.randomUUID()));
        try (Client alice = ONE.ready(people.alice());
                Client bob = OTHER.ready(people.bob());
                Client tablet = OTHER.ready(elsewhere)) {
            LOG.call = between(call, people.alice(), people.bob());
            alice.write(signal(call, "hello"));
            JsonNode heard = bob.await("call.signal");
            assertThat(heard.get("data").asString()).isEqualTo("hello");
            assertThat(heard.get("from").asString())
                    .isEqualTo(people.alice().user().toString());
            bob.write(signal(call, "hello, too"));
            assertThat(alice.await("call.signal").get("data").asString()).isEqualTo("hello, too");

            tablet.write(signal(call, "me, too"));
            assertThat(tablet.await("error").get("code").asString()).isEqualTo("call_over");
            tablet.write(signal(call, "x".repeat(16_001)));
            assertThat(tablet.await("error", error -> error.hasNonNull("field"))
                            .get("field")
                            .asString())
                    .isEqualTo("data");
            assertThat(tablet.told("call.signal")).isEmpty();
        }
    }

    @Test
    void aDeviceThatACallWasMovedToIsAnsweredAtOnceAndThatOfBeforeIsNot() {
        MessageId call = new MessageId(UUID.randomUUID());
        Caller elsewhere = new Caller(people.bob().user(), new SessionId(UUID.randomUUID()));
        try (Client alice = ONE.ready(people.alice());
                Client bob = OTHER.ready(people.bob());
                Client tablet = OTHER.ready(elsewhere)) {
            LOG.call = between(call, people.alice(), people.bob());
            alice.write(signal(call, "hello"));
            assertThat(bob.await("call.signal").get("data").asString()).isEqualTo("hello");

            LOG.call = between(call, people.alice(), elsewhere);
            tablet.write(signal(call, "here"));
            assertThat(alice.await("call.signal").get("data").asString()).isEqualTo("here");
            alice.write(signal(call, "there"));
            assertThat(tablet.await("call.signal").get("data").asString()).isEqualTo("there");
            bob.write(signal(call, "still here"));
            assertThat(bob.await("error").get("code").asString()).isEqualTo("call_over");
            assertThat(bob.told("call.signal")).hasSize(1);
        }
    }

    private static PartiesOfCall between(MessageId call, Caller one, Caller other) {
        return new PartiesOfCall(
                call,
                List.of(
                        new PartiesOfCall.Party(one.user(), one.session()),
                        new PartiesOfCall.Party(other.user(), other.session())),
                false);
    }

    private Map<String, Object> signal(MessageId call, String data) {
        return Map.of(
                "type", "call.signal", "conversation", conversation.toString(), "call", call.toString(), "data", data);
    }

    @Test
    void presenceFollowsTheSockets() {
        try (Client alice = ONE.ready(people.alice())) {
            assertThat(alice.await("presence").get("online").asBoolean()).isFalse();
            Client bob = OTHER.ready(people.bob());
            alice.await("presence", presence -> presence.get("online").asBoolean());
            Client phone = ONE.ready(people.bob());
            assertThat(phone.await("presence").get("online").asBoolean()).isTrue();
            bob.close();
            phone.close();
            JsonNode gone = alice.await("presence", presence -> presence.hasNonNull("lastSeen"));
            assertThat(gone.get("online").asBoolean()).isFalse();
            assertThat(gone.get("user").asString())
                    .isEqualTo(people.bob().user().toString());
        }
    }

    @Test
    void aNodeThatStopsSendsItsClientsElsewhere() {
        GatewayNode leaving = GatewayNode.start(LOG);
        try (Client alice = ONE.ready(people.alice())) {
            Client bob = leaving.ready(people.bob());
            LOG.say(conversation, people.alice().user(), "before");
            bob.awaitTexts(conversation, "before");
            leaving.close();
            assertThat(bob.awaitClose()).isEqualTo("1001 going_away");
            alice.await("presence", presence -> presence.hasNonNull("lastSeen"));
            LOG.say(conversation, people.alice().user(), "meanwhile");
            try (Client back = OTHER.ready(people.bob(), bob.cursor())) {
                back.awaitTexts(conversation, "meanwhile");
            }
        }
    }

    @Test
    void whoDoesNotTakeTheCloseOfANodeThatStopsIsSeenToHaveLeft() {
        GatewayNode leaving = GatewayNode.start(LOG);
        People strangers = People.make();
        ConversationId elsewhere =
                LOG.startDirect(people.bob().user(), strangers.alice().user());
        try (Client alice = ONE.ready(people.alice())) {
            Client dead = leaving.ready(people.bob());
            alice.await("presence", presence -> presence.get("online").asBoolean());
            dead.stopReading();
            String text = "x".repeat(50_000);
            for (int i = 0; i < 400; i++) {
                LOG.say(elsewhere, strangers.alice().user(), text);
            }
            await().until(() -> leaving.bean(OpenSockets.class).of(people.bob().user()).stream()
                    .noneMatch(ClientSocket::isOpen));
            leaving.close();
            alice.await("presence", presence -> presence.hasNonNull("lastSeen"));
        }
    }

    @Test
    void nodesComeAndGoWhileMessagesFlow() throws InterruptedException {
        try (Client alice = ONE.ready(people.alice());
                Client bob = OTHER.ready(people.bob())) {
            String[] texts = IntStream.range(0, 400).mapToObj(i -> "text " + i).toArray(String[]::new);
            Thread sender = Thread.ofVirtual().start(() -> {
                for (String text : texts) {
                    LOG.say(conversation, people.alice().user(), text);
                }
            });
            GatewayNode third = GatewayNode.start(LOG);
            third.close();
            sender.join();
            alice.awaitTexts(conversation, texts);
            bob.awaitTexts(conversation, texts);
        }
    }

    @Test
    void chatGoesOnWhileRedisIsAway() throws Exception {
        try (Client alice = ONE.ready(people.alice());
                Client bob = OTHER.ready(people.bob())) {
            GatewayNode.INFRASTRUCTURE.kill(Component.REDIS);
            try {
                LOG.say(conversation, people.alice().user(), "without Redis");
                alice.awaitTexts(conversation, "without Redis");
                bob.awaitTexts(conversation, "without Redis");
                alice.write(Map.of("type", "typing", "conversation", conversation.toString(), "on", true));
                bob.await("typing");
            } finally {
                GatewayNode.INFRASTRUCTURE.restart(Component.REDIS);
                ONE.awaitTickets();
                OTHER.awaitTickets();
            }
            LOG.say(conversation, people.alice().user(), "with it");
            alice.awaitTexts(conversation, "without Redis", "with it");
            bob.awaitTexts(conversation, "without Redis", "with it");
        }
    }

    @Test
    void whoLeftWhileRedisWasAwayIsSeenToHaveLeft() throws Exception {
        try (Client alice = ONE.ready(people.alice())) {
            Client bob = OTHER.ready(people.bob());
            alice.await("presence", presence -> presence.get("online").asBoolean());
            GatewayNode.INFRASTRUCTURE.kill(Component.REDIS);
            try {
                bob.close();
                await().until(() ->
                        OTHER.bean(OpenSockets.class).of(people.bob().user()).isEmpty());
            } finally {
                GatewayNode.INFRASTRUCTURE.restart(Component.REDIS);
                ONE.awaitTickets();
                OTHER.awaitTickets();
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !alice.told("presence").getLast().get("online").asBoolean());
        }
    }

    @Test
    void chatGoesOnAfterRabbitmqWasRestarted() throws Exception {
        try (Client alice = ONE.ready(people.alice());
                Client bob = OTHER.ready(people.bob())) {
            LOG.say(conversation, people.alice().user(), "before");
            bob.awaitTexts(conversation, "before");
            LOG.recordUnpublished(conversation, people.alice().user(), "lost with the queue");
            GatewayNode.INFRASTRUCTURE.restart(Component.RABBITMQ);
            LOG.publishAgainThrough(ONE.bean(Broker.class));
            alice.awaitTexts(conversation, "before", "lost with the queue");
            bob.awaitTexts(conversation, "before", "lost with the queue");
            LOG.say(conversation, people.alice().user(), "after");
            alice.awaitTexts(conversation, "before", "lost with the queue", "after");
            bob.awaitTexts(conversation, "before", "lost with the queue", "after");
        }
    }
}
