package chat.parley.distribution;

import chat.parley.events.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.amqp.core.Message;

/** Consumes one queue during one {@link Subscription}: declare, catch up, then handle batches and acknowledge them. */
final class QueueConsumer implements Supervised.Attempt {

    private static final int PREFETCH = 500;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Broker broker;
    private final ConsumerGroup group;
    private final int queue;
    private final EventHandler handler;
    private final Duration gathering;

    QueueConsumer(Broker broker, ConsumerGroup group, int queue, EventHandler handler, Duration gathering) {
        this.broker = broker;
        this.group = group;
        this.queue = queue;
        this.handler = handler;
        this.gathering = gathering;
    }

    @Override
    public void run() throws Exception {
        broker.declare();
        Object connection = broker.consuming();
        BatchProcessor handling = new BatchProcessor(queue, handler, new DeadLetterPublisher(broker, group));
        handler.starting(queue);
        for (List<Envelope> missed : handler.missed(queue)) {
            handling.handleEvents(missed, () -> !Thread.currentThread().isInterrupted());
        }
        BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
        try (Subscription subscription =
                Subscription.acknowledging(broker.consumers(), group.queue(queue), PREFETCH, inbox::add)) {
            if (broker.consuming() != connection) {
                throw new IOException("the connection was lost, and with it what came while the log was read");
            }
            consume(subscription, inbox, handling);
        }
    }

    private void consume(Subscription subscription, BlockingQueue<Message> inbox, BatchProcessor handling)
            throws Exception {
        Acknowledgements acknowledgements = new Acknowledgements(subscription::acknowledge, PREFETCH / 2);
        BooleanSupplier goOn = () -> !subscription.isLost();
        long next = System.nanoTime();
        long looked = next - LOOK_EVERY.toNanos();
        boolean begun = false;
        while (goOn.getAsBoolean()) {
            Message first = inbox.poll(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
            if (!begun || System.nanoTime() - looked >= LOOK_EVERY.toNanos()) {
                handling.awaitNothingMissed(goOn);
                looked = System.nanoTime();
            }
            if (first == null) {
                continue;
            }
            begun = true;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            List<Message> batch = new ArrayList<>(List.of(first));
            inbox.drainTo(batch, PREFETCH - 1);
            next = System.nanoTime() + nanosToGather(batch.size());
            if (Announcement.isAmong(batch)) {
                handler.announced(queue);
            }
            handling.handle(
                    batch.stream()
                            .filter(each -> !Announcement.is(each))
                            .map(Message::getBody)
                            .toList(),
                    goOn);
            acknowledgements.handled(batch);
        }
        throw new IOException("the channel was closed, or the queue deleted");
    }

    /** Longer under load, so that a batch contains several events of each conversation. */
    private long nanosToGather(int batch) {
        return gathering.toNanos() * Math.clamp(batch / 4, 1, 4);
    }
}
