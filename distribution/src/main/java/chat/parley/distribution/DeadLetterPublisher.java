package chat.parley.distribution;

import chat.parley.events.Envelope;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.List;

/** Sets aside what a group could not handle. */
final class DeadLetterPublisher {

    private static final String DEFAULT_EXCHANGE = "";

    private final ConfirmedPublisher publisher;
    private final ConsumerGroup group;

    DeadLetterPublisher(Connection connection, ConsumerGroup group) throws IOException {
        this.publisher = new ConfirmedPublisher(connection);
        this.group = group;
    }

    void publish(DeadLetter letter) throws IOException, InterruptedException {
        publisher.publish(
                List.of(new ConfirmedPublisher.Outgoing(
                        DEFAULT_EXCHANGE, group.deadLetterQueue(), Envelope.MEDIA_TYPE, true, letter.write())),
                true);
    }
}
