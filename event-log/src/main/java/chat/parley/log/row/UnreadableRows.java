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
 * The alarm for rows of the log that are not whole. Whoever reads such a row goes on without what is unreadable of it; operators are told
 * by the log, by the metric {@code parley.log.unreadable} and by health.
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

    /** @param what is wrong, as the label of a metric; what was found before, and is when the row is read again, counts once */
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

    /** How many this process has met since it started. */
    public synchronized long count() {
        return count;
    }

    /** What is wrong with the rows met lately, by position. */
    public synchronized Map<Long, Set<String>> positions() {
        Map<Long, Set<String>> copy = new HashMap<>();
        found.forEach((position, faults) -> copy.put(position, Set.copyOf(faults)));
        return copy;
    }
}
