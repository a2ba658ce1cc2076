package chat.parley.log;

import chat.parley.events.Envelope;
import chat.parley.events.ParleyEvent;
import org.jspecify.annotations.Nullable;

/** A row of the log, read. */
public record StoredEvent(Envelope envelope, @Nullable CommandId command, Metadata metadata) {

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
