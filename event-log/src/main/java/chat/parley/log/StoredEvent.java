package chat.parley.log;

import chat.parley.events.Envelope;
import chat.parley.events.ParleyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log, read.
 *
 * @param row what it was read from; null for an event that is in no log, as in tests of those who are handed some
 */
public record StoredEvent(
        Envelope envelope,
        @Nullable CommandId command,
        @Nullable SealedRow row) {

    public StoredEvent(Envelope envelope, @Nullable CommandId command) {
        this(envelope, command, null);
    }

    /** Who caused it. Read from the row when it is asked for, since nobody on the way of a message asks. */
    public Metadata metadata() {
        return row == null ? Metadata.NONE : Metadata.read(row.metadata());
    }

    public long position() {
        return envelope.position();
    }

    public long sequence() {
        return envelope.sequence();
    }

    public ParleyEvent event() {
        return envelope.event();
    }
}
