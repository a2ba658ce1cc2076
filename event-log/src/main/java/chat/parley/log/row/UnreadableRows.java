package chat.parley.log.row;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises an alarm for damaged rows. Readers go on without the unreadable part; operators see the application log, the metric
 * {@code parley.log.unreadable} and the health status.
 */
public final class UnreadableRows {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRows.class);

    private static final int MOST_REMEMBERED = 1_000;

    private final MeterRegistry meters;
    private final Map<Long, Set<String>> found = new LinkedHashMap<>();
    private long count;

    UnreadableRows(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param what the kind of damage, used as the label of the metric; reading the same row again counts once */
    void found(long position, String what) {
        if (isNew(position, what)) {
            LOG.error("The row at position {} of the log cannot be read: {}", position, what);
            meters.counter("parley.log.unreadable", "what", what).increment();
        }
    }

    private synchronized boolean isNew(long position, String what) {
        if (!found.computeIfAbsent(position, _ -> new TreeSet<>()).add(what)) {
            return false;
        }
        count++;
        if (found.size() > MOST_REMEMBERED) {
            found.remove(found.keySet().iterator().next());
        }
        return true;
    }

    /** How many damaged rows this process has read since it started. */
    public synchronized long count() {
        return count;
    }

    /** The damage of recently read rows, by position. */
    public synchronized Map<Long, Set<String>> positions() {
        Map<Long, Set<String>> copy = new HashMap<>();
        found.forEach((position, faults) -> copy.put(position, Set.copyOf(faults)));
        return copy;
    }
}
