package chat.parley.log.append;

import java.time.Duration;

/**
 * How long the next commit waits for more units. A commit costs nearly the same for one unit as for many. A lone writer
 * never waits. When all active writers are already waiting, at most one more {@link #STEP} passes.
 */
final class BatchLinger {

    /** How often the queue is looked at again. */
    static final Duration STEP = Duration.ofNanos(500_000);

    private static final Duration MOST = Duration.ofMillis(5);

    /** After a batch of at least this size, more units are expected. */
    private static final int SEVERAL = 3;

    /** This many waiting units are enough to commit at once. */
    private static final int ENOUGH = 8;

    private long begun;
    private int units;
    private int known;

    /** A batch of this many units is being written now. */
    void begins(int units, long nanos) {
        this.units = units;
        this.begun = nanos;
        this.known = 0;
    }

    /**
     * Whether to wait another step. Waits only after a batch of several units, while each step brings at least one more,
     * until {@link #ENOUGH} wait or {@link #MOST} has passed since that batch began.
     *
     * @param waiting how many units wait now
     */
    boolean continues(int waiting, long nanos) {
        boolean more = waiting > known;
        known = waiting;
        return more && units >= SEVERAL && waiting < ENOUGH && nanos - begun < MOST.toNanos();
    }
}
