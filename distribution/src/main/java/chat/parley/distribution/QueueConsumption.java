package chat.parley.distribution;

import chat.parley.events.Envelope;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One connection's worth of consuming one queue: declare, catch up, then batches, acknowledged after their effect. */
final class QueueConsumption implements Supervised.Attempt {

    private static final int PREFETCH = 500;
    private static final long LOOK_UP_EVERY_MS = 500;

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
        try (Connection connection = broker.connect("consume " + group.queue(queue))) {
            Channel channel = connection.createChannel();
            broker.topology().declare(channel, group);
            BatchHandling handling = new BatchHandling(queue, handler, new DeadLetterPublisher(connection, group));
            handler.starting(queue);
            for (List<Envelope> missed : handler.missed(queue)) {
                handling.handleEvents(missed, channel::isOpen);
            }
            channel.basicQos(PREFETCH);
            BlockingQueue<Delivery> inbox = new LinkedBlockingQueue<>();
            channel.basicConsume(group.queue(queue), false, (_, delivery) -> inbox.add(delivery), _ -> channel.abort());
            consume(channel, inbox, handling);
        }
    }

    private void consume(Channel channel, BlockingQueue<Delivery> inbox, BatchHandling handling) throws Exception {
        long next = System.nanoTime();
        while (channel.isOpen()) {
            Delivery first = inbox.poll(LOOK_UP_EVERY_MS, TimeUnit.MILLISECONDS);
            if (first == null) {
                continue;
            }
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            List<Delivery> batch = new ArrayList<>(List.of(first));
            inbox.drainTo(batch, PREFETCH - 1);
            next = System.nanoTime() + nanosToGather(batch.size());
            handling.handle(batch.stream().map(Delivery::getBody).toList(), channel::isOpen);
            channel.basicAck(batch.getLast().getEnvelope().getDeliveryTag(), true);
        }
        throw new IOException("the channel was closed");
    }

    /** Longer where much comes, so that what is stored of each conversation at once is more than what came of it just now. */
    private long nanosToGather(int batch) {
        return gathering.toNanos() * Math.clamp(batch / 4, 1, 4);
    }
}
