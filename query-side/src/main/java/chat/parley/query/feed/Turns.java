package chat.parley.query.feed;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a few questions be asked at a time. When thousands of clients come back at once, all of their queries would wait for the few
 * connections of the database pool, where whoever waits for three seconds is refused and has to come again. Here they wait in the order
 * they came, nobody is refused, and commands still find a connection.
 */
final class Turns {

    /** A database pool has ten connections. */
    static final int AT_ONCE = 6;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    <T> T ask(Supplier<T> question) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.UNAVAILABLE);
        }
        try {
            return question.get();
        } finally {
            turns.release();
        }
    }
}
