package chat.parley.distribution;

import chat.parley.events.Envelope;
import chat.parley.events.Partition;
import chat.parley.events.ToEveryPartition;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of instances that together see every event once, each partition in order.
 *
 * @param queues how many durable queues the 64 partitions are divided among, in equal ranges
 */
public record ConsumerGroup(String name, int queues) {

    /** Writes the conversations, messages and receipts views. */
    public static final ConsumerGroup HISTORY = new ConsumerGroup("history", 4);

    /** Writes the user directory. */
    public static final ConsumerGroup DIRECTORY = new ConsumerGroup("directory", 1);

    /** Hands events to the gateway nodes that hold the people concerned. */
    public static final ConsumerGroup FANOUT = new ConsumerGroup("fanout", 4);

    /** Every group there is: the relay declares their queues before it publishes. */
    public static final List<ConsumerGroup> ALL = List.of(HISTORY, DIRECTORY, FANOUT);

    public String queue(int index) {
        return "parley." + name + "." + index;
    }

    /** The name by which a queue says that it has forgotten someone, e.g. {@code history.2}. */
    public String part(int queue) {
        return name + "." + queue;
    }

    public int queueOf(Partition partition) {
        return partition.number() * queues / Partition.COUNT;
    }

    /** Whether this queue brings the event: that of its partition, or every one. */
    public boolean brings(int queue, Envelope event) {
        return event.event() instanceof ToEveryPartition || queueOf(event.partition()) == queue;
    }

    public List<Partition> partitionsOf(int queue) {
        return IntStream.range(0, Partition.COUNT)
                .mapToObj(Partition::new)
                .filter(partition -> queueOf(partition) == queue)
                .toList();
    }

    /** Where events go that this group could not handle. */
    public String deadLetterQueue() {
        return "parley." + name + ".dead";
    }
}
