package chat.parley.distribution;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.TopicExchange;

/** The exchange from which programs take what concerns security, from queues that they bind themselves by the kinds they want. */
public final class SecurityExchange {

    public static final String NAME = "parley.security";

    private static final String MEDIA_TYPE = "application/json";

    /**
     * @param kind the routing key
     * @param json the body
     */
    public record Outgoing(String kind, String json) {}

    private final AmqpAdmin admin;
    private final Broker broker;

    SecurityExchange(AmqpAdmin admin, Broker broker) {
        this.admin = admin;
        this.broker = broker;
    }

    public void declare() {
        admin.declareExchange(new TopicExchange(NAME));
    }

    /** Returns once the broker has confirmed; what no queue wants is dropped. */
    public void publish(List<Outgoing> events) {
        broker.publisher()
                .publish(events.stream().map(SecurityExchange::persistent).toList(), false);
    }

    private static ConfirmedPublisher.Outgoing persistent(Outgoing event) {
        byte[] body = event.json().getBytes(StandardCharsets.UTF_8);
        return new ConfirmedPublisher.Outgoing(NAME, event.kind(), MEDIA_TYPE, true, body);
    }
}
