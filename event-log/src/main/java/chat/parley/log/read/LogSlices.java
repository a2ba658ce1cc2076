package chat.parley.log.read;

import chat.parley.log.StoredEvent;
import java.util.List;

/** Reads of the log for those who want much of it, but not all. */
public interface LogSlices {

    /**
     * The first events of a slice, in order. Of types that are rare it looks through the slice to its end, so the slice bounds what
     * one call costs.
     */
    List<StoredEvent> read(LogSlice slice, int limit);

    /** Events of accounts in order, after a position; the rest of the log, however long, is not looked through. */
    List<StoredEvent> readAccountsAfter(long position, int limit);
}
