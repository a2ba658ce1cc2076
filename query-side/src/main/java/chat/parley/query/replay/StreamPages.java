package chat.parley.query.replay;

import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads the requested events of one stream in pages, from the first event beyond the position. */
final class StreamPages implements Iterator<List<StoredEvent>> {

    private static final int MOST_EVENTS = 200;

    private final EventLog log;
    private final StreamId stream;
    private final ReplayRequest request;
    private long sequence;
    private boolean more = true;

    StreamPages(EventLog log, StreamId stream, ReplayRequest request) {
        this.log = log;
        this.stream = stream;
        this.request = request;
        this.sequence = firstBeyond(request.after());
    }

    /** Positions rise with sequences, so a binary search finds it. */
    private long firstBeyond(long position) {
        long low = 0;
        long high = log.readStreamBackwards(stream, Long.MAX_VALUE, 1).stream()
                .mapToLong(newest -> newest.sequence() + 1)
                .findFirst()
                .orElse(0);
        while (low < high) {
            long middle = (low + high) >>> 1;
            boolean beyond = log.readStream(stream, middle, 1).getFirst().position() > position;
            if (beyond) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public List<StoredEvent> next() {
        if (!more) {
            throw new NoSuchElementException();
        }
        List<StoredEvent> page = log.readStream(stream, sequence, MOST_EVENTS);
        sequence += page.size();
        more = page.size() == MOST_EVENTS && page.getLast().position() < request.until();
        return page.stream().filter(this::isAskedFor).toList();
    }

    private boolean isAskedFor(StoredEvent event) {
        return event.position() <= request.until()
                && (request.types().isEmpty()
                        || request.types().contains(event.envelope().type().type()));
    }
}
