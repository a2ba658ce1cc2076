package chat.parley.log.signal;

import chat.parley.events.AccountErased;
import chat.parley.log.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The events this process has just appended, so that followers of the log need not read them again. Holds one gapless run of
 * positions, for a few seconds: content that is erased from the table must not live on here.
 */
public final class TailCache {

    private static final int MOST = 8_192;
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private record Entry(StoredEvent event, long since) {}

    private final LongSupplier nanoTime;
    private final @Nullable Entry[] ring = new Entry[MOST];
    private long first = 1;
    private long last;

    TailCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** To be called after the commit. Batches of several threads may arrive in any order; the newest run is kept. */
    synchronized void add(List<StoredEvent> appended) {
        long now = nanoTime.getAsLong();
        for (StoredEvent event : appended) {
            if (event.position() > last) {
                if (event.position() != last + 1 || forgets(event)) {
                    dropUpTo(last);
                    first = event.position();
                }
                last = event.position();
                dropUpTo(last - MOST);
                ring[slot(last)] = new Entry(event, now);
            }
        }
        dropStale(now);
    }

    private static boolean forgets(StoredEvent event) {
        return event.event() instanceof AccountErased
                || !event.envelope().facets().forgets().isEmpty();
    }

    /** @return the events directly after a position, if they are here; empty does not mean that there are none */
    public synchronized List<StoredEvent> after(long position, int limit) {
        dropStale(nanoTime.getAsLong());
        if (position + 1 < first || position >= last) {
            return List.of();
        }
        int count = (int) Math.min(limit, last - position);
        List<StoredEvent> found = new ArrayList<>(count);
        for (int n = 1; n <= count; n++) {
            Entry entry = ring[slot(position + n)];
            if (entry != null) {
                found.add(entry.event());
            }
        }
        return found;
    }

    /** Called regularly when nothing is appended. */
    synchronized void dropStale() {
        dropStale(nanoTime.getAsLong());
    }

    private void dropStale(long now) {
        while (first <= last) {
            Entry oldest = ring[slot(first)];
            if (oldest != null && now - oldest.since() <= FRESH) {
                return;
            }
            dropUpTo(first);
        }
    }

    private void dropUpTo(long position) {
        while (first <= position) {
            ring[slot(first)] = null;
            first++;
        }
    }

    private static int slot(long position) {
        return (int) (position % MOST);
    }
}
