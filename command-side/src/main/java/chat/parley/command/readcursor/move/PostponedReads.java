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
 * What members of large conversations have read since it was last recorded: of each the furthest, until it is time. It is in memory
 * alone: should this process die, a member's next read says it too.
 */
final class PostponedReads {

    private static final Logger LOG = LoggerFactory.getLogger(PostponedReads.class);
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

    PostponedReads(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Caller caller, CursorMove move) {
        Cursor cursor = new Cursor(move.conversation(), caller.user());
        if (waiting.size() < MOST || waiting.containsKey(cursor)) {
            Instant due = clock.instant().plus(ReceiptLimits.READ_EVERY);
            waiting.merge(cursor, new Waiting(new Read(caller, move), due), Waiting::and);
        }
    }

    /** Gives on those whose time has come. One that is not taken, whatever the reason, waits again. */
    void giveDue(Consumer<Read> taker) {
        for (Read read : takeDue()) {
            try {
                taker.accept(read);
            } catch (RuntimeException e) {
                LOG.warn(
                        "what a member has read waits again: {}", Refusals.of(e).reason());
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
