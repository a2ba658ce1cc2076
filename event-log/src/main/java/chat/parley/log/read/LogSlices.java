package chat.parley.log.read;

import chat.parley.log.StoredEvent;
import java.util.List;

/** Reads parts of the log. */
public interface LogSlices {

    /**
     * The first events of a slice, in order. If its types are rare, the whole slice is scanned; its bounds limit the cost of
     * a call.
     */
    List<StoredEvent> read(LogSlice slice, int limit);

    /** Events of accounts after a position, in order. Other events are not scanned. */
    List<StoredEvent> readAccountsAfter(long position, int limit);
}
