package chat.parley.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.command.conversation.startdirect.DirectConversationStarter;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.contracts.Commands;
import chat.parley.contracts.NewMessage;
import chat.parley.distribution.AnalyticsExchanges;
import chat.parley.distribution.Broker;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.distribution.Topology;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.MessageId;
import chat.parley.events.Partition;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.row.SealedRows;
import chat.parley.log.signal.LogSignal;
import chat.parley.testing.RawRows;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestInfrastructure;
import com.github.f4b6a3.uuid.UuidCreator;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is recorded arrives in a queue that takes everything, in the order of the log, whatever breaks meanwhile. */
@CommandSideTest
class RelayTest {

    private static final String QUEUE = "test.everything";

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private DirectConversationStarter conversations;

    @Autowired
    private EventLog log;

    @Autowired
    private SealedRows rows;

    @Autowired
    private LogSignal wake;

    @Autowired
    private Broker broker;

    @Autowired
    private AnalyticsExchanges analytics;

    @Autowired
    private RabbitTemplate template;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Relay relay;

    private final List<Envelope> arrived = new ArrayList<>();
    private Caller alice;
    private ConversationId conversation;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @BeforeEach
    void aConversationAndAnEmptyQueue() {
        Api api = new Api(port);
        Person person = api.register("alice");
        alice = new Caller(UserId.of(person.user()), SessionId.of(person.session()));
        conversation = conversations
                .start(alice, api.register("bob").username(), new CommandId("start"))
                .conversation();
        await().untilAsserted(() -> assertThat(cursor()).isEqualTo(log.head()));
        inChannel(channel -> {
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
            channel.queueBind(QUEUE, Topology.EVENTS, "#");
            channel.queuePurge(QUEUE);
        });
    }

    @Test
    void everythingArrivesInTheOrderOfTheLog() {
        long before = log.head();
        double counted = counted();
        send(200);
        awaitEverythingAfter(before);
        assertThat(arrived).extracting(Envelope::position).isSorted().doesNotHaveDuplicates();
        await().untilAsserted(() -> assertThat(counted() - counted).isGreaterThanOrEqualTo(200));
        awaitNoLag();
    }

    /** What was in its queues before is gone with it, and consumers read it from the log; see docs/adr. */
    @Test
    void whatIsRecordedWhileTheBrokerIsAwayIsRelayedWhenItIsBack() throws Exception {
        long first = log.head();
        send(50);
        awaitEverythingAfter(first);
        long before = log.head();
        EmbeddedInfrastructure infrastructure = TestInfrastructure.with(Component.RABBITMQ);
        infrastructure.kill(Component.RABBITMQ);
        send(50);
        infrastructure.restart(Component.RABBITMQ);
        send(50);
        awaitEverythingAfter(before);
    }

    @Test
    void anotherInstanceTakesOverFromTheCursor() {
        long before = log.head();
        Relay standby = new Relay(
                log, rows, wake, broker, analytics, database, new RelayMeters(log, new SimpleMeterRegistry()));
        standby.start();
        try {
            send(20);
            awaitNoLag();
            relay.stop();
            assertThat(cursor()).isEqualTo(log.head());
            send(20);
            awaitEverythingAfter(before);
            assertThat(arrived).extracting(Envelope::position).isSorted().doesNotHaveDuplicates();
            assertThat(meters.get("parley.relay.lag").gauge().value()).isNaN();
        } finally {
            standby.stop();
            relay.start();
        }
    }

    @Test
    void whoLosesTheDatabaseSessionStartsOver() {
        long before = log.head();
        send(20);
        assertThat(jdbc.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
                                + " 'parley-relay'")
                        .query(Boolean.class)
                        .list())
                .contains(true);
        send(20);
        awaitEverythingAfter(before);
    }

    @Test
    void whatIsNotKnownHereOrIsNotWholeIsRelayedInItsPlace() {
        RawRows raw = new RawRows(TestDatabase.shared().superuser());
        String stream = "conversation/" + conversation;
        long before = log.head();
        send(3);
        raw.append(stream, "parley.conversation.future", 1, "{\"a\":1}", "{\"audience\":\"members\"}");
        raw.append("account/" + alice.user(), "parley.account.forgotten", 2, "{}", "{\"everyPartition\":true}");
        raw.appendBroken(stream, "parley.conversation.message-sent", "no JSON", "{}");
        raw.appendWithoutKey(stream, "parley.conversation.message-sent", "{\"commitment\":\"x\"}", "{}");
        long last = raw.appendBroken("nowhere", "parley.x", "{}", "{}");
        await().untilAsserted(() -> {
            takeWhatArrived();
            assertThat(arrived.stream()
                            .map(Envelope::position)
                            .filter(position -> position > before)
                            .distinct())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(before + 1, last).boxed().toList());
        });
        assertThat(arrived.stream().map(Envelope::routingKey))
                .contains("all.account.forgotten.v2")
                .anyMatch(key -> key.endsWith(".conversation.future.v1"));
    }

    @Test
    void queuesThatWereDeletedAreThereAgainForWhatIsRelayedNext() throws Exception {
        long before = log.head();
        relay.stop();
        String queue = ConsumerGroup.HISTORY.queue(
                ConsumerGroup.HISTORY.queueOf(Partition.of(StreamId.conversation(conversation))));
        inChannel(channel -> channel.queueDelete(queue));
        send(1);
        relay.start();
        awaitEverythingAfter(before);
        inChannel(channel ->
                assertThat(channel.queueDeclarePassive(queue).getMessageCount()).isEqualTo(1));
    }

    @Test
    void anEventThatNoQueueTakesHoldsTheCursorUntilOneDoes() throws Exception {
        long before = log.head();
        inChannel(channel -> {
            channel.queueUnbind(QUEUE, Topology.EVENTS, "#");
            for (ConsumerGroup group : ConsumerGroup.ALL) {
                for (int queue = 0; queue < group.queues(); queue++) {
                    channel.queueDelete(group.queue(queue));
                }
            }
        });
        send(1);
        await().untilAsserted(() -> assertThat(cursor()).isEqualTo(before + 1));
        inChannel(channel -> {
            long waiting = 0;
            for (int queue = 0; queue < ConsumerGroup.HISTORY.queues(); queue++) {
                waiting += channel.queueDeclarePassive(ConsumerGroup.HISTORY.queue(queue))
                        .getMessageCount();
            }
            assertThat(waiting).isEqualTo(1);
        });
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            commands.send(
                    alice, conversation, new NewMessage(new MessageId(UuidCreator.getTimeOrderedEpoch()), "text " + i));
        }
    }

    private void awaitEverythingAfter(long position) {
        List<Envelope> recorded =
                log.readAfter(position, 1_000).stream().map(rows::envelope).toList();
        await().ignoreExceptions().untilAsserted(() -> {
            takeWhatArrived();
            assertThat(arrived.stream()
                            .filter(event -> event.position() > position)
                            .distinct())
                    .containsExactlyElementsOf(recorded);
        });
    }

    private void takeWhatArrived() {
        EnvelopeJson json = new EnvelopeJson();
        inChannel(channel -> {
            for (GetResponse next = channel.basicGet(QUEUE, true); next != null; next = channel.basicGet(QUEUE, true)) {
                arrived.add(json.read(next.getBody()));
            }
        });
    }

    private double counted() {
        return meters.get("parley.relay.events").counter().count();
    }

    /** Everything is confirmed then, and noticed before the cursor is saved because time has passed. */
    private void awaitNoLag() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(
                        () -> assertThat(meters.get("parley.relay.lag").gauge().value())
                                .isZero());
    }

    private long cursor() {
        return jdbc.sql("SELECT position FROM relay.cursor").query(Long.class).single();
    }

    private interface ChannelUse {
        void with(Channel channel) throws IOException;
    }

    private void inChannel(ChannelUse use) {
        template.execute(channel -> {
            use.with(channel);
            return true;
        });
    }
}
