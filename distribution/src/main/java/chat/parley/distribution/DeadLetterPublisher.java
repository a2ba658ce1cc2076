package chat.parley.distribution;

import chat.parley.events.Envelope;
import java.util.List;

/** Publishes dead letters of events that a group could not handle. */
final class DeadLetterPublisher {

    private static final String DEFAULT_EXCHANGE = "";

    private final Broker broker;
    private final ConsumerGroup group;

    DeadLetterPublisher(Broker broker, ConsumerGroup group) {
        this.broker = broker;
        this.group = group;
    }

    void publish(DeadLetter letter) {
        broker.publisher()
                .publish(
                        List.of(new ConfirmedPublisher.Outgoing(
                                DEFAULT_EXCHANGE, group.deadLetterQueue(), Envelope.MEDIA_TYPE, true, letter.write())),
                        true);
    }
}
