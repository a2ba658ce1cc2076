package chat.parley.distribution;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a group set aside, and the way to try it again. */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Broker broker;
    private final EnvelopeJson json = new EnvelopeJson();

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
    public int redeliver(ConsumerGroup group, LongConsumer handler) throws IOException {
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
                if (works(handler, letter.getBody())) {
                    channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
                    worked++;
                }
            }
            return worked;
        }
    }

    private boolean works(LongConsumer handler, byte[] letter) {
        try {
            handler.accept(json.position(letter));
            return true;
        } catch (RuntimeException e) {
            LOG.error("still cannot be handled: {}", new String(letter, StandardCharsets.UTF_8), e);
            return false;
        }
    }
}
