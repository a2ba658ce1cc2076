package chat.parley.load.traffic;

import java.util.SplittableRandom;

/**
 * A fixed rate for a time.
 *
 * @param perSecond messages a second, all pairs together
 * @param warmUpSeconds sent before the time that counts, checked like the rest but not measured
 * @param receipts how the messages are said to be read
 */
public record Plan(double perSecond, int warmUpSeconds, int seconds, Arrivals arrivals, Receipts receipts, long seed) {

    int messages() {
        return (int) Math.round(perSecond * (warmUpSeconds + seconds));
    }

    /** How many of the messages are not measured. */
    public int warmUpMessages() {
        return (int) Math.round(perSecond * warmUpSeconds);
    }

    long[] offsets() {
        return arrivals.offsets(messages(), perSecond, new SplittableRandom(seed));
    }
}
