package chat.parley.infrastructure;

import java.time.Duration;

/** The pauses before a part is started again: none at first, then longer each time, until the part has run for a while. */
final class RestartPauses {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private Duration next = Duration.ZERO;

    /** @param ran how long the part ran before it ended; zero where it did not start */
    Duration afterRunning(Duration ran) {
        if (ran.compareTo(A_WHILE) >= 0) {
            next = Duration.ZERO;
        }
        Duration pause = next;
        Duration twice = pause.multipliedBy(2);
        next = pause.isZero() ? FIRST : twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return pause;
    }
}
