package chat.parley.command.engine;

import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A log that counts the rows read of streams. */
final class CountingLog extends ForwardingLog {

    private final AtomicInteger rows = new AtomicInteger();

    CountingLog(EventLog log) {
        super(log);
    }

    int rowsRead() {
        return rows.get();
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        List<StoredEvent> page = super.readStream(stream, fromSequence, limit);
        rows.addAndGet(page.size());
        return page;
    }
}
