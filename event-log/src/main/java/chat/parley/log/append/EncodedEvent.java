package chat.parley.log.append;

import chat.parley.events.Envelope;
import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import chat.parley.log.NewEvent;
import chat.parley.log.SealedRow;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.EventCodec;
import java.time.Instant;

/** An event to append, with its encoded row. */
record EncodedEvent(NewEvent fresh, SealedRow row) {

    static EncodedEvent of(NewEvent fresh, EventCodec codec) {
        return new EncodedEvent(fresh, codec.encode(fresh));
    }

    StoredEvent stored(LogId log, StreamId stream, long position, Instant recorded) {
        Envelope envelope = new Envelope(fresh.id(), log, stream, recorded, position, fresh.sequence(), fresh.event());
        return new StoredEvent(envelope, fresh.command(), row);
    }

    int bytes() {
        return row.bytes();
    }
}
