package chat.parley.distribution;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.AsyncConsumerStartedEvent;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.ListenerContainerConsumerFailedEvent;
import org.springframework.amqp.rabbit.listener.ListenerContainerConsumerTerminatedEvent;
import org.springframework.amqp.rabbit.listener.MissingQueueEvent;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.amqp.rabbit.support.RabbitExceptionTranslator;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.util.backoff.FixedBackOff;

/**
 * One consumer of one queue, from its start until it is lost or closed. After a loss more has to be done than consuming
 * again, so its owner starts over, see {@link Supervised}; the container's own recovery is off.
 */
public final class Subscription implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration END_WITHIN = Duration.ofSeconds(1);
    private static final long NEVER_MS = Duration.ofDays(365).toMillis();
    private static final FixedBackOff NOT_AGAIN = new FixedBackOff(0, 0);

    private final DirectMessageListenerContainer container;
    private final CountDownLatch lost = new CountDownLatch(1);
    private volatile boolean begun;
    private volatile @Nullable Channel channel;

    private Subscription(
            ConnectionFactory connections,
            String queue,
            AcknowledgeMode mode,
            int prefetch,
            Consumer<Message> listener) {
        container = new DirectMessageListenerContainer(connections);
        container.setQueueNames(queue);
        container.setAcknowledgeMode(mode);
        container.setPrefetchCount(prefetch);
        container.setMessageListener((ChannelAwareMessageListener) (message, source) -> {
            channel = source;
            listener.accept(message);
        });
        container.setApplicationEventPublisher(this::happened);
        container.setJavaLangErrorHandler(_ -> lost.countDown());
        // It begins before start() returns; otherwise some failures would be reported to nobody.
        container.setTaskExecutor(new SyncTaskExecutor());
        container.setMonitorInterval(LOOK_EVERY.toMillis());
        container.setFailedDeclarationRetryInterval(NEVER_MS);
        container.setRecoveryBackOff(NOT_AGAIN);
        container.setShutdownTimeout(END_WITHIN.toMillis());
        container.afterPropertiesSet();
    }

    /**
     * Returns when it has begun; some messages may have arrived by then.
     *
     * @param prefetch how many messages may wait for their {@link #acknowledge acknowledgement}
     * @param listener called with one message at a time, on threads that it may block
     */
    static Subscription acknowledging(
            ConnectionFactory connections, String queue, int prefetch, Consumer<Message> listener) throws IOException {
        return begin(new Subscription(connections, queue, AcknowledgeMode.MANUAL, prefetch, listener));
    }

    /** As the other method, for messages that leave the queue as soon as they are sent. */
    public static Subscription unacknowledged(ConnectionFactory connections, String queue, Consumer<Message> listener)
            throws IOException {
        return begin(new Subscription(connections, queue, AcknowledgeMode.NONE, 0, listener));
    }

    private static Subscription begin(Subscription subscription) throws IOException {
        boolean begun = false;
        try {
            subscription.container.start();
            begun = subscription.begun && !subscription.isLost();
        } finally {
            if (!begun) {
                subscription.close();
            }
        }
        if (!begun) {
            throw new IOException("consuming did not begin");
        }
        return subscription;
    }

    private void happened(Object event) {
        switch (event) {
            case AsyncConsumerStartedEvent _ -> begun = true;
            case MissingQueueEvent _,
                    ListenerContainerConsumerFailedEvent _,
                    ListenerContainerConsumerTerminatedEvent _ -> lost.countDown();
            default -> {}
        }
    }

    /**
     * The connection or the queue is gone: nothing more will arrive, and unacknowledged messages will be delivered again to
     * another consumer.
     */
    boolean isLost() {
        return lost.getCount() == 0;
    }

    public void awaitLoss() throws InterruptedException {
        lost.await();
    }

    /**
     * Acknowledges everything up to a delivery.
     *
     * @throws AmqpException the messages will be delivered again
     */
    void acknowledge(long deliveryTag) {
        try {
            Objects.requireNonNull(channel).basicAck(deliveryTag, true);
        } catch (IOException | RuntimeException e) {
            throw RabbitExceptionTranslator.convertRabbitAccessException(e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
