package chat.parley.projections;

import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;

/** Reads the events of one queue from the log in pages, from a checkpoint to the head at the beginning. */
final class MissedEvents implements Iterator<List<Envelope>> {

    private static final int PAGE = 500;

    private final View view;
    private final int queue;
    private final LongConsumer whenDone;
    private final long head;
    private long position;
    private List<Envelope> page = List.of();
    private boolean done;

    /** @param whenDone called with the head when all pages were handled */
    MissedEvents(EventLog log, View view, int queue, LongConsumer whenDone) {
        this.view = view;
        this.queue = queue;
        this.whenDone = whenDone;
        this.head = log.head();
        this.position = view.checkpoint(queue).position();
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && position < head) {
            List<StoredEvent> read = view.recorded(position, PAGE);
            position = read.isEmpty() ? head : read.getLast().position();
            page = read.stream()
                    .filter(event -> view.group().brings(queue, event.envelope()))
                    .map(view::envelope)
                    .toList();
        }
        if (page.isEmpty() && !done) {
            done = true;
            whenDone.accept(Math.max(head, position));
        }
        return !page.isEmpty();
    }

    @Override
    public List<Envelope> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Envelope> next = page;
        page = List.of();
        return next;
    }
}
