package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.MessageSent;
import chat.parley.events.MessagesRead;
import chat.parley.events.UnknownEvent;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyticsExchangesTest {

    private final ConfigurableApplicationContext service = BrokerContext.start(true);
    private final Envelope written = Examples.message(Examples.conversation(), 1, "hello");
    private final Envelope read = readBy(written);
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void declare() throws Exception {
        connection = BrokerContext.connect();
        channel = connection.createChannel();
        service.getBean(Broker.class).declare();
        analytics().declare();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        connection.close();
        switchedOff().declare();
        service.close();
    }

    @Test
    void anAnalystGetsEveryEventInOrderWithoutWhatPeopleWrote() throws Exception {
        String queue = bound(AnalyticsExchanges.WITHOUT_CONTENT);
        publish(written, read);
        List<JsonNode> events = take(queue);
        assertThat(events)
                .extracting(event -> event.get("position").asLong())
                .containsExactly(written.position(), read.position());
        assertThat(events.getFirst().get("data").propertyNames())
                .containsExactly("conversation", "number", "author", "message");
    }

    @Test
    void whoMaySeeWhatPeopleWroteGetsTheEventsThemselves() throws Exception {
        String queue = bound(AnalyticsExchanges.WITH_CONTENT);
        publish(written, read);
        EnvelopeJson json = new EnvelopeJson();
        assertThat(take(queue)).extracting(json::read).containsExactly(written, read);
    }

    @Test
    void anEventOfATypeToComeArrivesWithoutWhatPeopleWroteAndNeverNot() throws Exception {
        String queue = bound(AnalyticsExchanges.WITHOUT_CONTENT);
        Envelope newer = newer(written, "{\"a\":1,\"content\":{\"text\":\"secret\"}}");
        publish(newer);
        assertThat(take(queue))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.get("data").propertyNames()).containsExactly("a"));
    }

    @Test
    void whereABuildThatKnowsATypeHasBoundItOneThatDoesNotBringsItTwiceRatherThanNever() throws Exception {
        String queue = bound(AnalyticsExchanges.WITHOUT_CONTENT);
        Envelope newer = newer(written, "{\"a\":1}");
        channel.exchangeBind(
                AnalyticsExchanges.WITHOUT_CONTENT,
                Topology.EVENTS,
                "*." + newer.type().routed());
        publish(newer);
        assertThat(take(queue))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.get("position").asLong()).isEqualTo(newer.position()));
    }

    @Test
    void withoutAnyAnalystNothingIsReturned() throws Exception {
        publish(written, read);
    }

    @Test
    void aServiceThatPublishesNoEventsLeavesThemAlone() throws Exception {
        String queue = bound(AnalyticsExchanges.WITHOUT_CONTENT);
        try (ConfigurableApplicationContext other = BrokerContext.start(false)) {
            other.getBean(Broker.class).declare();
        }
        publish(read);
        assertThat(take(queue)).hasSize(1);
    }

    @Test
    void switchedOffTheyAreNotThere() throws Exception {
        switchedOff().declare();
        assertThatThrownBy(() -> channel.exchangeDeclarePassive(AnalyticsExchanges.WITHOUT_CONTENT))
                .isInstanceOf(IOException.class);
        assertThat(switchedOff().copy(written)).isEmpty();
    }

    /** As the relay does. */
    private void publish(Envelope... events) throws Exception {
        EnvelopeJson json = new EnvelopeJson();
        List<Outgoing> messages = Stream.of(events)
                .flatMap(event -> Stream.concat(
                        Stream.of(new Outgoing(
                                Topology.EVENTS, event.routingKey(), Envelope.MEDIA_TYPE, true, json.write(event))),
                        analytics().copy(event).stream()))
                .toList();
        service.getBean(Broker.class)
                .publisher()
                .publish(messages, message -> message.exchange().equals(Topology.EVENTS));
    }

    private String bound(String exchange) throws IOException {
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, exchange, "#");
        return queue;
    }

    /** What is there once the publisher has every confirm. */
    private List<JsonNode> take(String queue) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (GetResponse next = channel.basicGet(queue, true); next != null; next = channel.basicGet(queue, true)) {
            events.add(JsonMapper.shared().readTree(next.getBody()));
        }
        return events;
    }

    private static Envelope newer(Envelope like, String data) {
        EventName name = new EventName("parley.conversation.future", 2);
        return new Envelope(
                like.id(),
                like.source(),
                like.stream(),
                like.recorded(),
                like.position(),
                like.sequence(),
                new UnknownEvent(like.stream(), name, data, like.facets()));
    }

    private static Envelope readBy(Envelope message) {
        MessageSent sent = (MessageSent) message.event();
        MessagesRead event = new MessagesRead(sent.conversation(), sent.author(), sent.number(), true);
        return new Envelope(
                new EventId(UUID.randomUUID()),
                message.source(),
                event.stream(),
                message.recorded(),
                message.position() + 1,
                0,
                event);
    }

    private AnalyticsExchanges analytics() {
        return service.getBean(AnalyticsExchanges.class);
    }

    private AnalyticsExchanges switchedOff() {
        return new AnalyticsExchanges(service.getBean(AmqpAdmin.class), false);
    }
}
