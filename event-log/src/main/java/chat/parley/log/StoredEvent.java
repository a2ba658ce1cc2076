package chat.parley.log;

import chat.parley.events.Envelope;
import chat.parley.events.ParleyEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event read from the log.
 *
 * @param row the row it was read from; null for an event that was never stored, as in tests
 */
public record StoredEvent(
        Envelope envelope,
        @Nullable CommandId command,
        @Nullable SealedRow row) {

    public StoredEvent(Envelope envelope, @Nullable CommandId command) {
        this(envelope, command, null);
    }

    /** Who caused it. Parsed only when asked for, because nothing on a message's way asks. */
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
