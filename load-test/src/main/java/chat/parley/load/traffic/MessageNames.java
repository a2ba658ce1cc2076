package chat.parley.load.traffic;

import java.util.UUID;

/** Message ids that say which message of which run they are, in the form of a UUIDv7. */
public final class MessageNames {

    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int RUN_BITS = 30;
    private static final long RUN_MASK = (1L << RUN_BITS) - 1;

    private final long time;
    private final long run;

    /** @param run tells this run's messages from those of others in the same conversations */
    public MessageNames(long epochMillis, long run) {
        this.time = epochMillis << Short.SIZE | VERSION_7;
        this.run = VARIANT | (run & RUN_MASK) << Integer.SIZE;
    }

    public String of(int index) {
        return new UUID(time, run | index).toString();
    }

    /** Which message of this run it is, or -1 for one of another. */
    public int indexOf(String message) {
        UUID id = UUID.fromString(message);
        long bits = id.getLeastSignificantBits();
        boolean ours = id.getMostSignificantBits() == time && (bits & -1L << Integer.SIZE) == run;
        return ours ? (int) bits : -1;
    }
}
