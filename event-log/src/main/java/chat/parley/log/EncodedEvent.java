package chat.parley.log;

import chat.parley.events.Envelope;
import chat.parley.events.EventType;
import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event on its way into the log, as its row will hold it. */
record EncodedEvent(
        NewEvent fresh,
        EventType type,
        byte[] payload,
        byte[] metadata,
        @Nullable UUID owner,
        byte @Nullable [] content) {

    static EncodedEvent of(NewEvent fresh, EventCodec codec) {
        EventCodec.Encoded encoded = codec.encode(fresh);
        return new EncodedEvent(
                fresh,
                EventType.of(fresh.event()),
                encoded.payload(),
                codec.encode(fresh.metadata()),
                encoded.owner(),
                encoded.content());
    }

    StoredEvent stored(LogId log, StreamId stream, long position, Instant recorded) {
        Envelope envelope = new Envelope(fresh.id(), log, stream, recorded, position, fresh.sequence(), fresh.event());
        return new StoredEvent(envelope, fresh.command(), fresh.metadata());
    }

    int bytes() {
        return payload.length + metadata.length + (content == null ? 0 : content.length);
    }
}
