package chat.parley.distribution;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Publishes on a channel of its own and returns when the broker has everything. For one thread at a time. */
public final class ConfirmedPublisher implements AutoCloseable {

    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(10);
    private static final int CLOSE_WITHIN_MS = 5_000;
    private static final int PERSISTENT = 2;
    private static final int TRANSIENT = 1;

    /** A message on its way out. */
    public record Outgoing(String exchange, String routingKey, String mediaType, boolean persistent, byte[] body) {}

    private final Channel channel;
    private final @Nullable GatheringSocket socket;
    private final boolean owning;
    private final ConcurrentLinkedQueue<String> returned = new ConcurrentLinkedQueue<>();

    /** Shares the connection with others. */
    public ConfirmedPublisher(Connection connection) throws IOException {
        this(connection, null, false);
    }

    /**
     * For a connection that ends with its publisher.
     *
     * @param socket the connection's, whose writes are gathered
     */
    static ConfirmedPublisher owning(Connection connection, @Nullable GatheringSocket socket) throws IOException {
        return new ConfirmedPublisher(connection, socket, true);
    }

    private ConfirmedPublisher(Connection connection, @Nullable GatheringSocket socket, boolean owning)
            throws IOException {
        this.socket = socket;
        this.owning = owning;
        channel = connection.createChannel();
        channel.confirmSelect();
        channel.addReturnListener(message -> returned.add(message.getRoutingKey()));
    }

    /** As the other, with one answer for all. */
    public void publish(List<Outgoing> messages, boolean mandatory) throws IOException, InterruptedException {
        publish(messages, _ -> mandatory);
    }

    /**
     * Publishes in order, all unconfirmed at once, and waits for every confirm.
     *
     * @param mandatory whether a message that no queue takes is an error; a broker confirms it all the same
     */
    public void publish(List<Outgoing> messages, Predicate<Outgoing> mandatory)
            throws IOException, InterruptedException {
        send(messages, mandatory);
        try {
            channel.waitForConfirmsOrDie(CONFIRM_WITHIN.toMillis());
        } catch (TimeoutException e) {
            throw new IOException("RabbitMQ did not confirm within " + CONFIRM_WITHIN, e);
        }
        Optional<String> unroutable = Optional.ofNullable(returned.poll());
        returned.clear();
        if (unroutable.isPresent()) {
            throw new Unroutable(unroutable.get());
        }
    }

    private void send(List<Outgoing> messages, Predicate<Outgoing> mandatory) throws IOException {
        if (socket != null) {
            socket.gather();
        }
        for (Outgoing message : messages) {
            channel.basicPublish(
                    message.exchange(),
                    message.routingKey(),
                    mandatory.test(message),
                    properties(message),
                    message.body());
        }
        if (socket != null) {
            socket.release();
        }
    }

    /** What this publishes on, for what has to be declared first. */
    public Connection connection() {
        return channel.getConnection();
    }

    private static AMQP.BasicProperties properties(Outgoing message) {
        return new AMQP.BasicProperties.Builder()
                .contentType(message.mediaType())
                .deliveryMode(message.persistent() ? PERSISTENT : TRANSIENT)
                .build();
    }

    @Override
    public void close() throws IOException {
        try {
            if (owning) {
                // also where the channel was closed, as it is when something was not confirmed
                channel.getConnection().abort(CLOSE_WITHIN_MS);
            } else {
                channel.close();
            }
        } catch (TimeoutException e) {
            throw new IOException(e);
        }
    }
}
