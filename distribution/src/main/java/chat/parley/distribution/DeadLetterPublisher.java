package chat.parley.distribution;

import chat.parley.events.Envelope;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.List;

/** Sets aside what a group could not handle: where the event is, never what it says. */
final class DeadLetterPublisher {

    private static final String DEFAULT_EXCHANGE = "";

    private final ConfirmedPublisher publisher;
    private final ConsumerGroup group;
    private final EnvelopeJson json = new EnvelopeJson();

    DeadLetterPublisher(Connection connection, ConsumerGroup group) throws IOException {
        this.publisher = new ConfirmedPublisher(connection);
        this.group = group;
    }

    void publish(Envelope event) throws IOException, InterruptedException {
        send(json.writeWithoutData(event));
    }

    /** An event of a type or shape this build does not know. Returns what was set aside of it. */
    byte[] publishUnreadable(byte[] body) throws IOException, InterruptedException {
        byte[] whereabouts = json.withoutData(body);
        send(whereabouts);
        return whereabouts;
    }

    private void send(byte[] body) throws IOException, InterruptedException {
        publisher.publish(
                List.of(new ConfirmedPublisher.Outgoing(
                        DEFAULT_EXCHANGE, group.deadLetterQueue(), Envelope.MEDIA_TYPE, true, body)),
                true);
    }
}
