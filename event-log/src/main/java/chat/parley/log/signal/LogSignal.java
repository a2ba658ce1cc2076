package chat.parley.log.signal;

import java.time.Duration;

/** Wakes readers when the log has grown: at once in this process, by NOTIFY from others, and within a second at worst. */
public interface LogSignal {

    /**
     * Waits until the log may hold an event after a position.
     *
     * @return the newest known position; not greater than the given one if the time ran out
     */
    long awaitBeyond(long position, Duration atMost) throws InterruptedException;
}
