package chat.parley.distribution;

import chat.parley.events.Envelope;
import chat.parley.events.Partition;
import chat.parley.events.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Instances that together handle every event of a kind once, each partition in order.
 *
 * @param queues the number of durable queues that the 64 partitions are divided among, in equal ranges
 * @param category of the streams whose events its queues get, besides events for every partition; null for all
 */
public record ConsumerGroup(
        String name, int queues, @Nullable String category) {

    /** Writes the conversations, messages and receipts views. */
    public static final ConsumerGroup HISTORY = new ConsumerGroup("history", 4, null);

    /** Writes the user directory. */
    public static final ConsumerGroup DIRECTORY = new ConsumerGroup("directory", 1, StreamId.ACCOUNT);

    /** Delivers events to the gateway nodes of their audience. */
    public static final ConsumerGroup FANOUT = new ConsumerGroup("fanout", 4, null);

    /** Every group there is: the relay declares their queues before it publishes. */
    public static final List<ConsumerGroup> ALL = List.of(HISTORY, DIRECTORY, FANOUT);

    public String queue(int index) {
        return "parley." + name + "." + index;
    }

    /** The name of a queue as an erasure part, e.g. {@code history.2}. */
    public String part(int queue) {
        return name + "." + queue;
    }

    public int queueOf(Partition partition) {
        return partition.number() * queues / Partition.COUNT;
    }

    /** Whether this queue gets the event. */
    public boolean brings(int queue, Envelope event) {
        return event.facets().everyPartition()
                || (bringsCategory(event.stream()) && queueOf(event.partition()) == queue);
    }

    /** The routing key patterns that correspond to {@link #brings}. */
    List<String> bindings(int queue) {
        List<String> bindings = new ArrayList<>(List.of(Partition.EVERY + ".#"));
        for (String lane : lanes(queue)) {
            bindings.add(category == null ? lane + ".#" : lane + "." + category + ".#");
        }
        return bindings;
    }

    private List<String> lanes(int queue) {
        return queues == 1
                ? List.of("*")
                : IntStream.range(0, Partition.COUNT)
                        .mapToObj(Partition::new)
                        .filter(partition -> queueOf(partition) == queue)
                        .map(Partition::prefix)
                        .toList();
    }

    private boolean bringsCategory(StreamId stream) {
        return category == null || category.equals(stream.category());
    }

    /** The queue of events that this group could not handle. */
    public String deadLetterQueue() {
        return "parley." + name + ".dead";
    }
}
