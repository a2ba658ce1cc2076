package chat.parley.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets the timed waits of a thread, and of those it starts, end up to two milliseconds late; on Linux, where it is otherwise 50 µs, and
 * nowhere else. A worker of Cassandra that has nothing to do looks again every 10 µs or so, some milliseconds long: with work
 * coming a little at a time, that takes more of the processor than the work does.
 */
public final class CoarseTimers {
    private static final String LATE_BY_NANOSECONDS = "2000000";

    private CoarseTimers() {}

    public static void use() {
        try {
            Path thread = Path.of("/proc/thread-self").toRealPath().getFileName();
            Files.writeString(Path.of("/proc").resolve(thread).resolve("timerslack_ns"), LATE_BY_NANOSECONDS);
        } catch (IOException elsewhere) {
            // It costs more and works as well.
        }
    }
}
