package chat.parley.projections;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;

/** Pages of what the log holds for one queue between a checkpoint and the log's head at the beginning. */
final class MissedEvents implements Iterator<List<Envelope>> {

    private static final int PAGE = 500;

    private final EventLog log;
    private final ConsumerGroup group;
    private final int queue;
    private final LongConsumer whenDone;
    private final long head;
    private long position;
    private List<Envelope> page = List.of();
    private boolean done;

    /** @param whenDone told the head once every page was taken and the next asked for */
    MissedEvents(EventLog log, ConsumerGroup group, int queue, long checkpoint, LongConsumer whenDone) {
        this.log = log;
        this.group = group;
        this.queue = queue;
        this.whenDone = whenDone;
        this.head = log.head();
        this.position = checkpoint;
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && position < head) {
            List<StoredEvent> read = log.readAfter(position, PAGE);
            position = read.isEmpty() ? head : read.getLast().position();
            page = read.stream().map(StoredEvent::envelope).filter(this::ours).toList();
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

    private boolean ours(Envelope event) {
        return group.brings(queue, event);
    }
}
