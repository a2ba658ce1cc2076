package chat.parley.distribution;

import chat.parley.events.Envelope;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** One channel's worth of consuming one queue: declare, catch up, then batches, acknowledged after their effect. */
final class QueueConsumption implements Supervised.Attempt {

    private static final int PREFETCH = 500;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** Nothing more will come, and what was not handled will come again. */
    private static final Delivery END =
            new Delivery(new com.rabbitmq.client.Envelope(0, false, "", ""), new AMQP.BasicProperties(), new byte[0]);

    private final Broker broker;
    private final ConsumerGroup group;
    private final int queue;
    private final EventHandler handler;
    private final Duration gathering;

    QueueConsumption(Broker broker, ConsumerGroup group, int queue, EventHandler handler, Duration gathering) {
        this.broker = broker;
        this.group = group;
        this.queue = queue;
        this.handler = handler;
        this.gathering = gathering;
    }

    @Override
    public void run() throws Exception {
        try (Channel channel = broker.consumer()) {
            broker.topology().declare(channel, group);
            AtomicBoolean queueLost = new AtomicBoolean();
            BooleanSupplier goOn = () -> channel.isOpen() && !queueLost.get();
            BatchHandling handling = new BatchHandling(queue, handler, new DeadLetterPublisher(broker, group));
            handler.starting(queue);
            for (List<Envelope> missed : handler.missed(queue)) {
                handling.handleEvents(missed, goOn);
            }
            channel.basicQos(PREFETCH);
            BlockingQueue<Delivery> inbox = new LinkedBlockingQueue<>();
            channel.addShutdownListener(_ -> inbox.add(END));
            channel.basicConsume(group.queue(queue), false, (_, delivery) -> inbox.add(delivery), _ -> {
                queueLost.set(true);
                inbox.add(END);
            });
            consume(new Acknowledgements(channel, PREFETCH / 2), inbox, handling, goOn);
        }
    }

    private void consume(
            Acknowledgements acknowledgements,
            BlockingQueue<Delivery> inbox,
            BatchHandling handling,
            BooleanSupplier goOn)
            throws Exception {
        long next = System.nanoTime();
        long looked = next - LOOK_EVERY.toNanos();
        boolean begun = false;
        while (goOn.getAsBoolean()) {
            Delivery first = inbox.poll(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
            if (!begun || System.nanoTime() - looked >= LOOK_EVERY.toNanos()) {
                look(begun);
                looked = System.nanoTime();
            }
            if (first == null) {
                continue;
            }
            begun = true;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            List<Delivery> batch = new ArrayList<>(List.of(first));
            inbox.drainTo(batch, PREFETCH - 1);
            next = System.nanoTime() + nanosToGather(batch.size());
            if (batch.contains(END)) {
                break;
            }
            if (Announcement.isAmong(batch)) {
                handler.announced(queue);
            }
            handling.handle(
                    batch.stream()
                            .filter(each -> !Announcement.is(each))
                            .map(Delivery::getBody)
                            .toList(),
                    goOn);
            acknowledgements.handled(batch);
        }
        throw new IOException("the channel was closed, or the queue deleted");
    }

    /**
     * Whoever consumed this queue until now may have passed by what is known here.
     *
     * @param begun whether the queue's own events are handled here already, so that it can wait to be told
     */
    private void look(boolean begun) throws IOException {
        try {
            if (handler.hasMissed(queue)) {
                throw new IOException("something was passed by that can be handled now");
            }
        } catch (StoreUnavailable e) {
            if (!begun) {
                throw e;
            }
        }
    }

    /** Longer where much comes, so that what is stored of each conversation at once is more than what came of it just now. */
    private long nanosToGather(int batch) {
        return gathering.toNanos() * Math.clamp(batch / 4, 1, 4);
    }
}
