package chat.parley.command.readcursor.move;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.membership.ReceiptLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What members of large conversations have read since it was last recorded: of each the furthest, until it is time. It is in memory
 * alone: should this process die, a member's next read says it too.
 */
final class PostponedReads {

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

    /** Those whose time has come; they wait no more. */
    synchronized List<Read> takeDue() {
        Instant now = clock.instant();
        List<Read> due = new ArrayList<>();
        waiting.values().removeIf(each -> !each.due().isAfter(now) && due.add(each.read()));
        return due;
    }
}
