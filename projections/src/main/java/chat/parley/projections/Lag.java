package chat.parley.projections;

import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.List;

/**
 * How many positions of the log a queue's part of a view is behind. The checkpoint alone would show a queue that has nothing to do as
 * further behind with every event it does not bring, so what follows the checkpoint is looked at, one page each time it is asked for.
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

    /** At most: where the page ends before the queue's next event is found, the rest counts as behind. */
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
