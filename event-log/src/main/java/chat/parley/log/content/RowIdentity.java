package chat.parley.log.content;

import chat.parley.events.EventId;
import chat.parley.events.LogId;
import chat.parley.events.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What ties content to its row: moved to another, it does not open. The position is not part of it because it is given only
 * when the row is inserted; log, stream and sequence, or the event's id, name the same row.
 */
public record RowIdentity(LogId log, StreamId stream, long sequence, EventId event) {

    /** Log, sequence and event id of fixed length, then the stream. */
    byte[] bytes() {
        byte[] name = stream.value().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 * Long.BYTES + name.length)
                .putLong(log.value().getMostSignificantBits())
                .putLong(log.value().getLeastSignificantBits())
                .putLong(sequence)
                .putLong(event.value().getMostSignificantBits())
                .putLong(event.value().getLeastSignificantBits())
                .put(name)
                .array();
    }
}
