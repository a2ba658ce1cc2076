package chat.parley.load.traffic;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a client waits before it connects again, as the web client does ({@code reconnectDelay.ts}): full jitter. */
final class ReconnectDelay {

    private static final long FIRST_MS = 4_000;
    private static final long LONGEST_MS = 10_000;
    private static final int LAST_DOUBLING = 2;
    private static final long SPREAD_MS = 1_000;

    private ReconnectDelay() {}

    /**
     * @param attempt from 0
     * @param asked how long the server asked for, which holds instead; zero for nothing
     */
    static Duration before(int attempt, Duration asked, RandomGenerator random) {
        if (!asked.isZero()) {
            return asked.plusMillis(random.nextLong(SPREAD_MS));
        }
        long ceiling = Math.min(LONGEST_MS, FIRST_MS << Math.min(attempt, LAST_DOUBLING));
        return Duration.ofMillis(Math.round(random.nextDouble() * ceiling));
    }
}
