package chat.parley.distribution;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;

/** Runs a handler for every queue of a group; RabbitMQ lets one instance of the group at a time consume each queue. */
public final class GroupConsumer implements SmartLifecycle {

    private final Broker broker;
    private final ConsumerGroup group;
    private final EventHandler handler;
    private final Duration gathering;
    private List<Supervised> queues = List.of();

    /** Hands over what comes at once. */
    public GroupConsumer(Broker broker, ConsumerGroup group, EventHandler handler) {
        this(broker, group, handler, Duration.ZERO);
    }

    /**
     * @param gathering how long after one batch of a queue the next is handed over at the earliest, and up to four times as long
     *     where much comes: what comes meanwhile makes it larger, and a larger one costs less for each event. What comes after
     *     a quiet time does not wait
     */
    public GroupConsumer(Broker broker, ConsumerGroup group, EventHandler handler, Duration gathering) {
        this.gathering = gathering;
        this.broker = broker;
        this.group = group;
        this.handler = handler;
    }

    @Override
    public synchronized void start() {
        queues = IntStream.range(0, group.queues())
                .mapToObj(queue -> Supervised.start(
                        "consume " + group.queue(queue),
                        new QueueConsumption(broker, group, queue, handler, gathering)))
                .toList();
    }

    @Override
    public synchronized void stop() {
        queues.forEach(Supervised::close);
        queues = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !queues.isEmpty();
    }
}
