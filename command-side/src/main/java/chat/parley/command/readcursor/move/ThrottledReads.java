package chat.parley.command.readcursor.move;

import chat.parley.access.Caller;
import chat.parley.access.Refusals;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.membership.ReceiptLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in large conversations that came too soon to be recorded: for each member the furthest, until it is due. Held in
 * memory only: if the process ends, the member's next read covers it.
 */
final class ThrottledReads {

    private static final Logger LOG = LoggerFactory.getLogger(ThrottledReads.class);
    private static final int MOST = 100_000;

    record Read(Caller caller, CursorMove move) {}

    private record Cursor(ConversationId conversation, UserId member) {}

    private record Waiting(Read read, Instant due) {

        Waiting and(Waiting later) {
            boolean further = later.read.move().read() > read.move().read();
            return new Waiting(further ? later.read : read, due);
        }
    }

    private final Clock clock;
    private final Map<Cursor, Waiting> waiting = new HashMap<>();

    ThrottledReads(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Caller caller, CursorMove move) {
        Cursor cursor = new Cursor(move.conversation(), caller.user());
        if (waiting.size() < MOST || waiting.containsKey(cursor)) {
            Instant due = clock.instant().plus(ReceiptLimits.READ_EVERY);
            waiting.merge(cursor, new Waiting(new Read(caller, move), due), Waiting::and);
        }
    }

    /** Hands over reads that are due. If one fails, for whatever reason, it is postponed again. */
    void giveDue(Consumer<Read> taker) {
        for (Read read : takeDue()) {
            try {
                taker.accept(read);
            } catch (RuntimeException e) {
                LOG.warn(
                        "a postponed read could not be recorded, trying again later: {}",
                        Refusals.of(e).reason());
                add(read.caller(), read.move());
            }
        }
    }

    private synchronized List<Read> takeDue() {
        Instant now = clock.instant();
        List<Read> due = new ArrayList<>();
        waiting.values().removeIf(each -> !each.due().isAfter(now) && due.add(each.read()));
        return due;
    }
}
