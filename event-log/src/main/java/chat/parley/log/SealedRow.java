package chat.parley.log;

import chat.parley.log.content.RowIdentity;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row as the log stores it, without its position and time.
 *
 * @param content encrypted with the owner's key; null if the event has no content or it was erased
 */
public record SealedRow(RowIdentity identity, byte[] payload, byte[] metadata, byte @Nullable [] content) {

    public int bytes() {
        return payload.length + metadata.length + (content == null ? 0 : content.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedRow row
                && identity.equals(row.identity)
                && Arrays.equals(payload, row.payload)
                && Arrays.equals(metadata, row.metadata)
                && Arrays.equals(content, row.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(identity);
    }
}
