package chat.parley.distribution;

import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;

/**
 * Announces a new node to the consumers of a group. It goes through the queues themselves, so everything published after
 * {@link #publish} has returned comes after it.
 */
public final class Announcement {

    private static final String DEFAULT_EXCHANGE = "";
    private static final String MEDIA_TYPE = "application/vnd.parley.announcement";

    private Announcement() {}

    /**
     * Returns once every queue of the group has it.
     *
     * @throws AmqpException it may not have it
     */
    public static void publish(Broker broker, ConsumerGroup group) {
        broker.declare();
        broker.publisher()
                .publish(
                        IntStream.range(0, group.queues())
                                .mapToObj(queue -> new Outgoing(
                                        DEFAULT_EXCHANGE, group.queue(queue), MEDIA_TYPE, false, new byte[0]))
                                .toList(),
                        true);
    }

    static boolean isAmong(List<Message> batch) {
        return batch.stream().anyMatch(Announcement::is);
    }

    static boolean is(Message message) {
        return MEDIA_TYPE.equals(message.getMessageProperties().getContentType());
    }
}
