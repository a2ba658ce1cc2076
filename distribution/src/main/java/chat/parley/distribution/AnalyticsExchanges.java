package chat.parley.distribution;

import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import chat.parley.events.BlocksEvent;
import chat.parley.events.CarriesContent;
import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.ParleyEvent;
import chat.parley.events.UnknownEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.TopicExchange;

/**
 * The public exchanges, to which analysts bind their own queues by the routing keys of {@link Topology#EVENTS}. Events that
 * need no change are routed there by the broker itself, which costs less than a second message.
 */
public final class AnalyticsExchanges {

    /** Every event without content. */
    public static final String WITHOUT_CONTENT = "parley.analytics";

    /** Every event with content. */
    public static final String WITH_CONTENT = "parley.analytics.content";

    private final AmqpAdmin admin;
    private final boolean enabled;
    private final EnvelopeJson json = new EnvelopeJson();

    AnalyticsExchanges(AmqpAdmin admin, boolean enabled) {
        this.admin = admin;
        this.enabled = enabled;
    }

    /**
     * Called by the publisher of events, whose settings decide. If the exchanges are not wanted they are deleted, so that
     * nobody waits at an exchange that gets nothing.
     */
    public void declare() {
        if (!enabled) {
            admin.deleteExchange(WITHOUT_CONTENT);
            admin.deleteExchange(WITH_CONTENT);
            return;
        }
        admin.declareExchange(new TopicExchange(WITHOUT_CONTENT));
        admin.declareExchange(new TopicExchange(WITH_CONTENT));
        admin.removeBinding(binding(WITH_CONTENT, "#"));
        List<EventType> told = Arrays.stream(EventType.values())
                .filter(type -> !BlocksEvent.class.isAssignableFrom(type.shape()))
                .toList();
        told.stream()
                .map(AnalyticsExchanges::category)
                .distinct()
                .forEach(category -> bind(WITH_CONTENT, "*." + category + ".#"));
        told.stream()
                .filter(type -> !carriesContent(type.shape()))
                .forEach(type -> bind(WITHOUT_CONTENT, "*." + type.routed()));
    }

    private void bind(String exchange, String pattern) {
        admin.declareBinding(binding(exchange, pattern));
    }

    private static Binding binding(String exchange, String pattern) {
        return new Binding(exchange, DestinationType.EXCHANGE, Topology.EVENTS, pattern, Map.of());
    }

    /** The first word of the routed name, which streams of later types share with those of today. */
    private static String category(EventType type) {
        return type.routed().substring(0, type.routed().indexOf('.'));
    }

    /** The additional message for an event: a copy without content, if it has any. */
    public Optional<Outgoing> copy(Envelope envelope) {
        if (!enabled || envelope.event() instanceof BlocksEvent || !mayCarryContent(envelope.event())) {
            return Optional.empty();
        }
        byte[] body = json.writeWithoutContent(envelope);
        return Optional.of(new Outgoing(WITHOUT_CONTENT, envelope.routingKey(), Envelope.MEDIA_TYPE, false, body));
    }

    /** An unknown event may have content. */
    private static boolean mayCarryContent(ParleyEvent event) {
        return event instanceof UnknownEvent || carriesContent(event.getClass());
    }

    private static boolean carriesContent(Class<?> event) {
        return CarriesContent.class.isAssignableFrom(event);
    }
}
