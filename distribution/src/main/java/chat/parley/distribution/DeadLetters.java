package chat.parley.distribution;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a group set aside, and the way to try it again. */
public final class DeadLetters {

    /** Does again what could not be done with the event at a position, for the queue that had brought it. */
    @FunctionalInterface
    public interface Handler {
        void handle(int queue, long position);
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** As a delivery tag. */
    private static final long ALL_SO_FAR = 0;

    private final Broker broker;

    DeadLetters(Broker broker) {
        this.broker = broker;
    }

    public long count(ConsumerGroup group) throws IOException {
        try (Connection connection = broker.connect("dead letters of " + group.name())) {
            Channel channel = connection.createChannel();
            broker.topology().declare(channel, group);
            return channel.messageCount(group.deadLetterQueue());
        }
    }

    /**
     * Hands each position set aside so far to the handler, which reads the log; one that works is removed, one that throws stays.
     *
     * @return how many worked
     */
    public int redeliver(ConsumerGroup group, Handler handler) throws IOException {
        try (Connection connection = broker.connect("dead letters of " + group.name())) {
            Channel channel = connection.createChannel();
            broker.topology().declare(channel, group);
            int worked = 0;
            long waiting = channel.messageCount(group.deadLetterQueue());
            for (long i = 0; i < waiting; i++) {
                GetResponse letter = channel.basicGet(group.deadLetterQueue(), false);
                if (letter == null) {
                    break;
                }
                if (works(handler, DeadLetter.read(letter.getBody()))) {
                    channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
                    worked++;
                }
            }
            if (worked < waiting) {
                putBack(channel, group);
            }
            return worked;
        }
    }

    /** Not left to the end of the channel: by the time the queue has answered they are in it, for whoever counts next. */
    private static void putBack(Channel channel, ConsumerGroup group) throws IOException {
        channel.basicNack(ALL_SO_FAR, true, true);
        channel.messageCount(group.deadLetterQueue());
    }

    private static boolean works(Handler handler, DeadLetter letter) {
        try {
            handler.handle(letter.queue(), letter.position());
            return true;
        } catch (RuntimeException e) {
            LOG.error("still cannot be handled: {}", letter, e);
            return false;
        }
    }
}
