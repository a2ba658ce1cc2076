package chat.parley.log.row;

import chat.parley.events.Envelope;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.log.SealedRow;
import chat.parley.log.StoredEvent;
import chat.parley.log.content.ContentUnreadable;
import chat.parley.log.content.RowSeal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of the log as copies of it hold them: sealed as they are stored, and bound to what they are, so that no copy says what the log
 * does not. Who destroys a key forgets in every copy at once.
 */
public final class SealedRows {

    /** Copies hold the digest of it alone. */
    private static final byte[] NO_METADATA = new byte[0];

    /** A row that was opened from a copy. */
    public record Opened(long sequence, ParleyEvent event) {}

    private final EventCodec codec;
    private final RowContents contents;
    private final RowSeal seal;

    SealedRows(EventCodec codec, RowContents contents, RowSeal seal) {
        this.codec = codec;
        this.contents = contents;
        this.seal = seal;
    }

    /**
     * The event as it is passed on to those who keep copies, from the log as from a queue. Views of conversations keep rows as the log has
     * them; nobody else needs more than what the event says.
     */
    public Envelope envelope(StoredEvent event) {
        Envelope envelope = event.envelope();
        return envelope.stream().category().equals(StreamId.CONVERSATION)
                ? envelope.with(write(event).orElse(null))
                : envelope;
    }

    /** The row in base64; nothing for an event that was not read from a log. */
    public Optional<String> write(StoredEvent event) {
        SealedRow row = event.row();
        return row == null
                ? Optional.empty()
                : Optional.of(
                        Base64.getEncoder().encodeToString(seal.write(row.identity(), row.payload(), row.content())));
    }

    /**
     * Opens what copies hold, with one look for all keys. Content whose key was destroyed is null, as in the log.
     *
     * @return what each of them holds, in their order; nothing for one that was forged or altered, or belongs to another log
     */
    public List<Optional<Opened>> open(List<byte[]> copies) {
        List<Optional<SealedRow>> rows = copies.stream()
                .map(copy -> seal.read(copy)
                        .map(read -> new SealedRow(read.identity(), read.payload(), NO_METADATA, read.content())))
                .toList();
        RowContents.Keys keys =
                contents.keysOf(rows.stream().flatMap(Optional::stream).toList());
        List<Optional<Opened>> opened = new ArrayList<>(rows.size());
        rows.forEach(row -> opened.add(row.flatMap(whole -> opened(whole, keys))));
        return opened;
    }

    private Optional<Opened> opened(SealedRow row, RowContents.Keys keys) {
        try {
            ObjectNode payload = codec.payload(row);
            byte[] salted = contents.open(row, payload, keys);
            ParleyEvent event = codec.decode(row, payload, salted);
            return Optional.of(new Opened(row.identity().sequence(), event));
        } catch (ContentUnreadable | JacksonException | ClassCastException _) {
            return Optional.empty();
        }
    }
}
