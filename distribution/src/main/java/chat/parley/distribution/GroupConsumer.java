package chat.parley.distribution;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;

/** Runs a handler for every queue of a group. RabbitMQ lets one instance of the group at a time consume each queue. */
public final class GroupConsumer implements SmartLifecycle, Supervising {

    private final Broker broker;
    private final ConsumerGroup group;
    private final EventHandler handler;
    private final Duration gathering;
    private final Supplier<Thread.Builder> threads;
    private List<Supervised> queues = List.of();

    /**
     * Handles events at once, on virtual threads: a handler that needs low latency hands events to other virtual threads,
     * and waking one is cheap only from a virtual thread.
     */
    public GroupConsumer(Broker broker, ConsumerGroup group, EventHandler handler) {
        this(broker, group, handler, Duration.ZERO, Thread::ofVirtual);
    }

    /**
     * @param gathering the shortest time between two batches of a queue, and up to four times as long under load: a larger
     *     batch costs less for each event. An event after a quiet time does not wait
     */
    public GroupConsumer(Broker broker, ConsumerGroup group, EventHandler handler, Duration gathering) {
        this(broker, group, handler, gathering, () -> Thread.ofPlatform().daemon());
    }

    private GroupConsumer(
            Broker broker,
            ConsumerGroup group,
            EventHandler handler,
            Duration gathering,
            Supplier<Thread.Builder> threads) {
        this.threads = threads;
        this.gathering = gathering;
        this.broker = broker;
        this.group = group;
        this.handler = handler;
    }

    @Override
    public synchronized void start() {
        queues = IntStream.range(0, group.queues())
                .mapToObj(queue -> Supervised.start(
                        threads.get(),
                        "consume " + group.queue(queue),
                        new QueueConsumer(broker, group, queue, handler, gathering)))
                .toList();
    }

    @Override
    public synchronized void stop() {
        queues.forEach(Supervised::close);
        queues = List.of();
    }

    @Override
    public synchronized Collection<Supervised> supervised() {
        return queues;
    }

    @Override
    public synchronized boolean isRunning() {
        return !queues.isEmpty();
    }
}
