package chat.parley.distribution;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ReturnListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.ChannelProxy;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Publishes messages and returns when the broker has confirmed them. */
public final class ConfirmedPublisher {

    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(10);

    /** A message to publish. */
    public record Outgoing(String exchange, String routingKey, String mediaType, boolean persistent, byte[] body) {}

    private final RabbitTemplate template;
    private final CoalescingSocket.@Nullable Factory sockets;

    /**
     * @param template whose channels confirm
     * @param sockets of its connection, if their writes are gathered; it is then for one thread at a time
     */
    ConfirmedPublisher(RabbitTemplate template, CoalescingSocket.@Nullable Factory sockets) {
        this.template = template;
        this.sockets = sockets;
    }

    /** As the other method, with the same flag for all. */
    public void publish(List<Outgoing> messages, boolean mandatory) {
        publish(messages, _ -> mandatory);
    }

    /**
     * Publishes in order, all unconfirmed at once, and waits for every confirm.
     *
     * @param mandatory whether a message that no queue takes is an error; a broker confirms it all the same
     * @throws Unroutable no queue takes one of them
     * @throws AmqpException it is not known whether the broker has them
     */
    public void publish(List<Outgoing> messages, Predicate<Outgoing> mandatory) {
        Optional<String> returned = template.execute(channel -> publish(underneath(channel), messages, mandatory));
        if (returned != null && returned.isPresent()) {
            throw new Unroutable(returned.get());
        }
    }

    /**
     * Spring's proxy would continue on a new channel if this one is closed, whose confirms say nothing about earlier
     * messages.
     */
    private static Channel underneath(Channel proxy) {
        return ((ChannelProxy) proxy).getTargetChannel();
    }

    /** @return the routing key of one that no queue takes: it comes back before it is confirmed */
    private Optional<String> publish(Channel channel, List<Outgoing> messages, Predicate<Outgoing> mandatory)
            throws IOException, TimeoutException {
        Queue<String> returned = new ConcurrentLinkedQueue<>();
        ReturnListener listener = channel.addReturnListener(message -> returned.add(message.getRoutingKey()));
        try {
            send(channel, messages, mandatory);
            channel.waitForConfirmsOrDie(CONFIRM_WITHIN.toMillis());
            return Optional.ofNullable(returned.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmqpException("interrupted before RabbitMQ had confirmed", e);
        } finally {
            channel.removeReturnListener(listener);
        }
    }

    private void send(Channel channel, List<Outgoing> messages, Predicate<Outgoing> mandatory) throws IOException {
        if (sockets != null) {
            sockets.gather();
        }
        try {
            for (Outgoing message : messages) {
                channel.basicPublish(
                        message.exchange(),
                        message.routingKey(),
                        mandatory.test(message),
                        properties(message),
                        message.body());
            }
        } finally {
            if (sockets != null) {
                sockets.release();
            }
        }
    }

    private static AMQP.BasicProperties properties(Outgoing message) {
        return new AMQP.BasicProperties.Builder()
                .contentType(message.mediaType())
                .deliveryMode(MessageDeliveryMode.toInt(
                        message.persistent() ? MessageDeliveryMode.PERSISTENT : MessageDeliveryMode.NON_PERSISTENT))
                .build();
    }
}
