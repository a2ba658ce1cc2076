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
        Metadata metadata,
        @Nullable SealedRow row) {

    public StoredEvent(Envelope envelope, @Nullable CommandId command, Metadata metadata) {
        this(envelope, command, metadata, null);
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
