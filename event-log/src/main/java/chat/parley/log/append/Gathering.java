package chat.parley.log.append;

import java.time.Duration;

/**
 * How long the next commit waits for more units: it costs nearly the same for few and for many. Who comes alone never waits, and
 * where all who come are waiting already for not much longer than a step.
 */
final class Gathering {

    /** After so long it is looked again. */
    static final Duration STEP = Duration.ofNanos(500_000);

    private static final Duration MOST = Duration.ofMillis(5);

    /** A batch of so many shows that they keep coming. */
    private static final int SEVERAL = 3;

    /** For so many it is worth its while at once. */
    private static final int ENOUGH = 8;

    private long begun;
    private int units;
    private int known;

    /** A batch of so many units begins now. */
    void begins(int units, long nanos) {
        this.units = units;
        this.begun = nanos;
        this.known = 0;
    }

    /**
     * Whether to wait another step: after a batch of several, while at least one more comes in each step, until there are
     * {@link #ENOUGH}, or {@link #MOST} has passed since the beginning of that batch.
     *
     * @param waiting how many units wait by now
     */
    boolean goesOn(int waiting, long nanos) {
        boolean more = waiting > known;
        known = waiting;
        return more && units >= SEVERAL && waiting < ENOUGH && nanos - begun < MOST.toNanos();
    }
}
