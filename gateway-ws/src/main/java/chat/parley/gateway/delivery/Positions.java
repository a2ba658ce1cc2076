package chat.parley.gateway.delivery;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How far a client has been told the log: one position for each queue of the fan-out group, because order holds only within
 * a queue. Everything of a queue up to its position was delivered.
 */
public final class Positions {

    private static final byte VERSION = 1;

    private final long[] perQueue;

    private Positions(long[] perQueue) {
        this.perQueue = perQueue;
    }

    /** The whole log up to a position. */
    public static Positions all(int queues, long position) {
        long[] perQueue = new long[queues];
        Arrays.fill(perQueue, position);
        return new Positions(perQueue);
    }

    /** Parses a cursor; empty if it is malformed, or of another number of queues. */
    public static Optional<Positions> ofCursor(String cursor, int queues) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != 1 + queues * Long.BYTES || bytes[0] != VERSION) {
            return Optional.empty();
        }
        long[] perQueue = new long[queues];
        ByteBuffer.wrap(bytes, 1, bytes.length - 1).asLongBuffer().get(perQueue);
        return Optional.of(new Positions(perQueue));
    }

    public String cursor() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + perQueue.length * Long.BYTES).put(VERSION);
        bytes.asLongBuffer().put(perQueue);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    public long at(int queue) {
        return perQueue[queue];
    }

    public Positions with(int queue, long position) {
        long[] changed = perQueue.clone();
        changed[queue] = position;
        return new Positions(changed);
    }

    /** Raises every position to one up to which the whole log is known. */
    public Positions atLeast(long position) {
        return new Positions(
                LongStream.of(perQueue).map(each -> Math.max(each, position)).toArray());
    }

    public long[] toArray() {
        return perQueue.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions positions && Arrays.equals(perQueue, positions.perQueue);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(perQueue);
    }

    @Override
    public String toString() {
        return Arrays.toString(perQueue);
    }
}
