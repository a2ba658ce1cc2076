package chat.parley.load.traffic;

import java.util.Locale;
import java.util.SplittableRandom;

/** When messages are meant to be sent, whatever becomes of those before. */
public enum Arrivals {
    /** At equal distances. */
    EVEN,
    /** As from many people who know nothing of each other. */
    POISSON;

    private static final double NANOS_PER_SECOND = 1e9;

    /** For each message, in nanoseconds after the beginning. */
    long[] offsets(int count, double perSecond, SplittableRandom random) {
        double mean = NANOS_PER_SECOND / perSecond;
        long[] offsets = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = (long) at;
            at += this == EVEN ? mean : -Math.log(1 - random.nextDouble()) * mean;
        }
        return offsets;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
