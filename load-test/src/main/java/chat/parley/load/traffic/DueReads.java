package chat.parley.load.traffic;

import chat.parley.load.socket.SocketLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The marks that will speak when they have gathered for long enough; all gather for the same time. Used by one thread. */
final class DueReads implements SocketLoop.Errands {

    private static final long GATHER_NANOS = Duration.ofMillis(60).toNanos();

    private record Due(ReadMark mark, long atNanos) {}

    private final Deque<Due> waiting = new ArrayDeque<>();

    void add(ReadMark mark, long nowNanos) {
        waiting.add(new Due(mark, nowNanos + GATHER_NANOS));
    }

    @Override
    public void run(long nowNanos) {
        while (!waiting.isEmpty() && waiting.getFirst().atNanos() - nowNanos <= 0) {
            waiting.removeFirst().mark().due();
        }
    }
}
