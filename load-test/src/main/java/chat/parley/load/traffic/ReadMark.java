package chat.parley.load.traffic;

import java.util.function.LongConsumer;

/**
 * Tells the server what was shown, with the manners of the web client ({@code Watermarks.ts}): what comes within 60 ms is told in one
 * frame, one frame is under way at a time, and writing a message says that one has read up to it. Used by one thread.
 */
final class ReadMark {

    private final LongConsumer tell;
    private final DueReads due;
    private long held;
    private long known;
    private long told;
    private boolean waiting;

    /** @param tell sends the `read` frame up to a number */
    ReadMark(long known, LongConsumer tell, DueReads due) {
        this.known = known;
        this.held = known;
        this.tell = tell;
        this.due = due;
    }

    /** The device holds the message with this number. */
    void holds(long number) {
        held = Math.max(held, number);
    }

    /** The server knows that everything up to this number was read. */
    void wrote(long number) {
        known = Math.max(known, number);
    }

    /** Something changed: what there is to say will be said soon. */
    void update(long now) {
        if (!waiting && held > known) {
            waiting = true;
            due.add(this, now);
        }
    }

    void due() {
        waiting = false;
        if (told == 0 && held > known) {
            told = held;
            tell.accept(held);
        }
    }

    void acknowledged(long now) {
        known = Math.max(known, told);
        told = 0;
        update(now);
    }

    /** What was not acknowledged is told with the next change. */
    void refused() {
        told = 0;
    }
}
