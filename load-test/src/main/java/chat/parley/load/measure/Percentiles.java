package chat.parley.load.measure;

import java.util.Collection;
import org.HdrHistogram.Histogram;

/** How long something took, in milliseconds; all zero where there was nothing. */
public record Percentiles(long count, double p50, double p95, double p99, double p999, double max) {

    private static final double US_PER_MS = 1_000;
    private static final long NANOS_PER_US = 1_000;
    private static final int DIGITS = 3;

    public static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0, 0);

    /** Of single durations. */
    public static Percentiles ofNanos(Collection<Long> durations) {
        Histogram micros = new Histogram(DIGITS);
        durations.forEach(nanos -> micros.recordValue(nanos / NANOS_PER_US));
        return of(micros);
    }

    static Percentiles of(Histogram micros) {
        if (micros.getTotalCount() == 0) {
            return NONE;
        }
        return new Percentiles(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / US_PER_MS,
                micros.getValueAtPercentile(95) / US_PER_MS,
                micros.getValueAtPercentile(99) / US_PER_MS,
                micros.getValueAtPercentile(99.9) / US_PER_MS,
                micros.getMaxValue() / US_PER_MS);
    }
}
