package chat.parley.load.traffic;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what others bring about. */
public final class Waiting {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Waiting() {}

    /** Waits until something is so; false if it is not by then. */
    public static boolean until(BooleanSupplier isSo, Duration within) throws InterruptedException {
        long giveUp = System.nanoTime() + within.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }
}
