package chat.parley.log.content;

import chat.parley.events.LogId;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;

/** Binds a wrapped data key to its log and owner: it unwraps in no other context. */
public record KeyContext(LogId log, UUID owner) {

    byte[] bytes() {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(log.value().getMostSignificantBits())
                .putLong(log.value().getLeastSignificantBits())
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }

    /** The encryption context for a key service, which appears in its audit trail. */
    Map<String, String> names() {
        return Map.of("parley:log", log.toString(), "parley:owner", owner.toString());
    }
}
