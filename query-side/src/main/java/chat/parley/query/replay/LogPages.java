package chat.parley.query.replay;

import chat.parley.log.StoredEvent;
import chat.parley.log.read.LogSlice;
import chat.parley.log.read.LogSlices;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads the requested events of the whole log, in parts of bounded size; a part without requested events is empty. */
final class LogPages implements Iterator<List<StoredEvent>> {

    private static final int MOST_EVENTS = 200;
    private static final long MOST_LOOKED_AT = 20_000;

    private final LogSlices log;
    private final ReplayRequest request;
    private final boolean withContent;
    private long position;

    LogPages(LogSlices log, ReplayRequest request, boolean withContent) {
        this.log = log;
        this.request = request;
        this.withContent = withContent;
        this.position = request.after();
    }

    @Override
    public boolean hasNext() {
        return position < request.until();
    }

    @Override
    public List<StoredEvent> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long upTo = Math.min(request.until(), position + MOST_LOOKED_AT);
        List<StoredEvent> page = log.read(new LogSlice(position, upTo, request.types(), withContent), MOST_EVENTS);
        position = page.size() == MOST_EVENTS ? page.getLast().position() : upTo;
        return page;
    }
}
