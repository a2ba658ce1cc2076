package chat.parley.distribution;

import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Tells whoever consumes a group's queues that there is somebody new. It goes through the queues themselves, so that what is published
 * after {@link #publish} has returned comes after it.
 */
public final class Announcement {

    private static final String DEFAULT_EXCHANGE = "";
    private static final String MEDIA_TYPE = "application/vnd.parley.announcement";

    private Announcement() {}

    /** Returns once every queue of the group has it. */
    public static void publish(Broker broker, ConsumerGroup group) throws IOException, InterruptedException {
        try (ConfirmedPublisher publisher = broker.publisher("announcement")) {
            try (Channel channel = publisher.connection().createChannel()) {
                broker.topology().declare(channel, group);
            } catch (TimeoutException e) {
                throw new IOException(e);
            }
            publisher.publish(
                    IntStream.range(0, group.queues())
                            .mapToObj(queue ->
                                    new Outgoing(DEFAULT_EXCHANGE, group.queue(queue), MEDIA_TYPE, false, new byte[0]))
                            .toList(),
                    true);
        }
    }

    static boolean isAmong(List<Delivery> batch) {
        return batch.stream().anyMatch(Announcement::is);
    }

    static boolean is(Delivery delivery) {
        return MEDIA_TYPE.equals(delivery.getProperties().getContentType());
    }
}
