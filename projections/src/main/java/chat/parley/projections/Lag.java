package chat.parley.projections;

import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.List;

/**
 * How many positions a queue's part of a view is behind the log. The checkpoint alone would make an idle queue look further
 * behind with every event that it does not get, so the events after the checkpoint are read, one page per query.
 */
final class Lag {

    private static final int PAGE = 500;

    private final View view;
    private final int queue;
    private final EventLog log;
    private long nothingUpTo;

    Lag(View view, int queue, EventLog log) {
        this.view = view;
        this.queue = queue;
        this.log = log;
    }

    /** An upper bound: if the page ends before the queue's next event is found, the rest counts as behind. */
    synchronized long positions() {
        long head = log.head();
        nothingUpTo = Math.max(nothingUpTo, view.reached(queue));
        if (nothingUpTo < head) {
            nothingUpTo = nothingUpTo(head);
        }
        return Math.max(0, head - nothingUpTo);
    }

    private long nothingUpTo(long head) {
        List<StoredEvent> page = view.recorded(nothingUpTo, PAGE);
        for (StoredEvent event : page) {
            if (view.group().brings(queue, event.envelope())) {
                return event.position() - 1;
            }
        }
        return page.isEmpty() ? head : page.getLast().position();
    }
}
