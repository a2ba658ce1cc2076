package chat.parley.load.measure;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Latency by step in microseconds. The clock of a message starts when it was meant to be sent, not when the generator or a
 * connection got round to it: what waits because the one before it was slow is slow too.
 */
public final class Latencies {

    private static final long LOWEST_US = 1;
    private static final long HIGHEST_US = 600_000_000;
    private static final int DIGITS = 3;
    private static final long NANOS_PER_US = 1_000;

    private record Track(Recorder recorder, Histogram total) {

        static Track empty() {
            return new Track(new Recorder(LOWEST_US, HIGHEST_US, DIGITS), new Histogram(LOWEST_US, HIGHEST_US, DIGITS));
        }

        Histogram interval() {
            Histogram fresh = recorder.getIntervalHistogram();
            total.add(fresh);
            return fresh;
        }
    }

    private final PerStep<Track> tracks = PerStep.make(Track::empty);

    public void record(Step step, long intendedNanos, long nowNanos) {
        long micros = Math.clamp((nowNanos - intendedNanos) / NANOS_PER_US, LOWEST_US, HIGHEST_US);
        tracks.of(step).recorder().recordValue(micros);
    }

    /** What came since it was last asked. */
    public synchronized PerStep<Percentiles> interval() {
        return tracks.map(track -> Percentiles.of(track.interval()));
    }

    /** Everything so far. */
    public synchronized PerStep<Percentiles> total() {
        interval();
        return tracks.map(track -> Percentiles.of(track.total()));
    }
}
