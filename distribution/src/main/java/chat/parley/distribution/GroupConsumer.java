package chat.parley.distribution;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;

/** Runs a handler for every queue of a group; RabbitMQ lets one instance of the group at a time consume each queue. */
public final class GroupConsumer implements SmartLifecycle {

    private final Broker broker;
    private final ConsumerGroup group;
    private final EventHandler handler;
    private List<Supervised> queues = List.of();

    public GroupConsumer(Broker broker, ConsumerGroup group, EventHandler handler) {
        this.broker = broker;
        this.group = group;
        this.handler = handler;
    }

    @Override
    public synchronized void start() {
        queues = IntStream.range(0, group.queues())
                .mapToObj(queue -> Supervised.start(
                        "consume " + group.queue(queue), new QueueConsumption(broker, group, queue, handler)))
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
