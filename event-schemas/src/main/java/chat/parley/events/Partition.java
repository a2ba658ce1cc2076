package chat.parley.events;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One of the 64 partitions that events are published in. Events of one partition stay in order. The mapping never changes.
 */
public record Partition(int number) {

    /** The number of partitions, which never changes: bindings and checkpoints outlive any build. */
    public static final int COUNT = 64;

    /** In a routing key, stands for all partitions. */
    public static final String EVERY = "all";

    public Partition {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("a partition is 0 to 63");
        }
    }

    public static Partition of(StreamId stream) {
        CRC32 crc = new CRC32();
        crc.update(stream.partitionKey().getBytes(StandardCharsets.UTF_8));
        return new Partition((int) (crc.getValue() % COUNT));
    }

    /** {@code p07.conversation.message-sent.v1} */
    public String routingKey(EventName type) {
        return prefix() + "." + type.routed();
    }

    /** Two digits, so that a binding {@code p07.#} matches the whole partition. */
    public String prefix() {
        return (number < 10 ? "p0" : "p") + number;
    }
}
