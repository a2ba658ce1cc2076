package chat.parley.events;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** One of the 64 lanes events travel in. Order holds within a lane; the mapping never changes. */
public record Partition(int number) {

    /** How many there are, for ever: bindings and checkpoints outlive any one build. */
    public static final int COUNT = 64;

    /** Stands in a routing key where the lane does, for what every lane brings. */
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

    /** Two digits, so that a binding {@code p07.#} takes the whole lane. */
    public String prefix() {
        return (number < 10 ? "p0" : "p") + number;
    }
}
