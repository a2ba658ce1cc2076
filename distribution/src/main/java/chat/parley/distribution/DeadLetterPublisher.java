package chat.parley.distribution;

import chat.parley.events.Envelope;
import java.io.IOException;
import java.util.List;

/** Sets aside what a group could not handle; so seldom that each time is worth a connection of its own. */
final class DeadLetterPublisher {

    private static final String DEFAULT_EXCHANGE = "";

    private final Broker broker;
    private final ConsumerGroup group;

    DeadLetterPublisher(Broker broker, ConsumerGroup group) {
        this.broker = broker;
        this.group = group;
    }

    void publish(DeadLetter letter) throws IOException, InterruptedException {
        try (ConfirmedPublisher publisher = broker.publisher("dead letters of " + group.name())) {
            publisher.publish(
                    List.of(new ConfirmedPublisher.Outgoing(
                            DEFAULT_EXCHANGE, group.deadLetterQueue(), Envelope.MEDIA_TYPE, true, letter.write())),
                    true);
        }
    }
}
