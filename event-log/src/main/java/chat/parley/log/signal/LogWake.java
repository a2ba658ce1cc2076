package chat.parley.log.signal;

import java.time.Duration;

/** Tells readers that the log has grown: at once within the process, by NOTIFY from others, at worst after a second. */
public interface LogWake {

    /**
     * Waits until the log may hold something beyond a position.
     *
     * @return the newest position known, which is not beyond the given one if the time ran out
     */
    long awaitBeyond(long position, Duration atMost) throws InterruptedException;
}
