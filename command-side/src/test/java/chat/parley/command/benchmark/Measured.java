package chat.parley.command.benchmark;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What one round gave.
 *
 * @param nanos how long each command took, sorted
 * @param conflicts how often a sender was told to try again
 * @param cpu used by this process and by PostgreSQL
 */
record Measured(long[] nanos, int conflicts, Duration time, Duration cpu) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

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

    double cpuMicrosEach() {
        return cpu.toNanos() / NANOS_PER_MICRO / nanos.length;
    }
}
