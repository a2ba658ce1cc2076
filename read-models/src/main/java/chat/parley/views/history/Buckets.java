package chat.parley.views.history;

/** Which part of a conversation's rows a message number lies in, so that no partition grows without bound. Numbers below zero, of messages in threads
 * alone, have buckets of their own. */
final class Buckets {

    /** Part of the stored keys: it never changes. */
    static final long SIZE = 10_000;

    /** Where a conversation's head is. */
    static final long FIRST = 0;

    private Buckets() {}

    static long of(long number) {
        return Math.floorDiv(number, SIZE);
    }
}
