package chat.parley.distribution;

import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import chat.parley.events.CarriesContent;
import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.ParleyEvent;
import chat.parley.events.UnknownEvent;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Optional;

/**
 * The public exchanges, which analysts bind queues of their own to, by the routing keys of {@link Topology#EVENTS}. What need
 * not be rewritten comes from there by the broker's own doing, which costs less than a second message.
 */
public final class AnalyticsExchanges {

    /** Every event without what people wrote. */
    public static final String WITHOUT_CONTENT = "parley.analytics";

    /** Every event with it. */
    public static final String WITH_CONTENT = "parley.analytics.content";

    private final boolean enabled;
    private final EnvelopeJson json = new EnvelopeJson();

    AnalyticsExchanges(boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * For the one who publishes events, whose settings count. Where the exchanges are not wanted they are not there: one that gets
     * nothing would be waited at in vain.
     */
    public void declare(Channel channel) throws IOException {
        if (!enabled) {
            channel.exchangeDelete(WITHOUT_CONTENT);
            channel.exchangeDelete(WITH_CONTENT);
            return;
        }
        channel.exchangeDeclare(WITHOUT_CONTENT, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(WITH_CONTENT, BuiltinExchangeType.TOPIC, true);
        channel.exchangeBind(WITH_CONTENT, Topology.EVENTS, "#");
        for (EventType type : EventType.values()) {
            if (!carriesContent(type.shape())) {
                channel.exchangeBind(WITHOUT_CONTENT, Topology.EVENTS, "*." + type.routed());
            }
        }
    }

    /** What has to be published besides the event itself: where it says what a person wrote, the same without. */
    public Optional<Outgoing> copy(Envelope envelope) {
        if (!enabled || !mayCarryContent(envelope.event())) {
            return Optional.empty();
        }
        byte[] body = json.writeWithoutContent(envelope);
        return Optional.of(new Outgoing(WITHOUT_CONTENT, envelope.routingKey(), Envelope.MEDIA_TYPE, false, body));
    }

    /** What is not known here is not known to be without. */
    private static boolean mayCarryContent(ParleyEvent event) {
        return event instanceof UnknownEvent || carriesContent(event.getClass());
    }

    private static boolean carriesContent(Class<?> event) {
        return CarriesContent.class.isAssignableFrom(event);
    }
}
