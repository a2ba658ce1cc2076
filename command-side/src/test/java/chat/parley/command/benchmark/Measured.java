package chat.parley.command.benchmark;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What one round gave.
 *
 * @param nanos how long each command took, sorted
 * @param conflicts how often a sender was told to try again
 */
record Measured(long[] nanos, int conflicts, Duration time) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** The round in the middle: one disturbed by whatever else the machine does is left out. */
    static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    double perSecond() {
        return nanos.length / (time.toNanos() / NANOS_PER_SECOND);
    }

    double millisAt(double quantile) {
        return nanos[(int) (quantile * (nanos.length - 1))] / NANOS_PER_MILLI;
    }
}
