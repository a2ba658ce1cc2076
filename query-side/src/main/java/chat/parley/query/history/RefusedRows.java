package chat.parley.query.history;

import chat.parley.views.history.SealedAnnotation;
import chat.parley.views.history.SealedMessage;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm for rows of the history view that the log did not put there. They are not shown; operators see the
 * application log, the metric {@code parley.query.refused.rows} and the health status.
 */
@Component
final class RefusedRows {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedRows.class);

    private static final int MOST_REMEMBERED = 1_000;

    /** What is wrong with a row. */
    enum Fault {
        /** It was not sealed by this log, was altered, or cannot be decrypted. */
        SEAL,
        /** It is a row of the log, but of another place. */
        PLACE;

        /** As the label of a metric. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The place of such a row, and its digest: a different row in the same place is new. */
    private record Found(String place, int digest) {}

    private final MeterRegistry meters;
    private final Map<Found, Fault> found = new LinkedHashMap<>();
    private long count;

    RefusedRows(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A row that is read again counts once. */
    void found(SealedMessage row, Fault fault) {
        found(row.conversation() + "/" + row.number() + "/" + row.sequence(), row.row(), fault);
    }

    /** As the other method, for an annotation. */
    void found(SealedAnnotation row, Fault fault) {
        String place = row.conversation() + "/" + row.number() + "/" + row.type() + "/" + row.member();
        found(place, row.row(), fault);
    }

    private void found(String place, byte[] row, Fault fault) {
        if (isNew(new Found(place, Arrays.hashCode(row)), fault)) {
            LOG.error("The row of the history view at {} is not what the log put there: {}", place, fault.code());
            meters.counter("parley.query.refused.rows", "fault", fault.code()).increment();
        }
    }

    private synchronized boolean isNew(Found row, Fault fault) {
        if (found.putIfAbsent(row, fault) != null) {
            return false;
        }
        count++;
        if (found.size() > MOST_REMEMBERED) {
            found.remove(found.keySet().iterator().next());
        }
        return true;
    }

    /** How many refused rows this process has read since it started. */
    synchronized long count() {
        return count;
    }

    /** The places of recently refused rows: conversation, number, and sequence or type and member. */
    synchronized List<String> places() {
        return found.keySet().stream().map(Found::place).distinct().toList();
    }
}
