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
 * Rows of the log as copies outside it hold them: encrypted as they are stored, and authenticated, so that a copy cannot
 * claim what the log does not hold. Destroying a key erases the content in every copy at once.
 */
public final class SealedRows {

    /** Copies hold only the digest of the metadata. */
    private static final byte[] NO_METADATA = new byte[0];

    /** A decrypted row of a copy. */
    public record Opened(long sequence, ParleyEvent event) {}

    private final EventCodec codec;
    private final RowDecryptor contents;
    private final RowSeal seal;

    SealedRows(EventCodec codec, RowDecryptor contents, RowSeal seal) {
        this.codec = codec;
        this.contents = contents;
        this.seal = seal;
    }

    /**
     * The event's envelope as it is published. Events of conversations carry their sealed row, which the history view
     * stores; others do not need it.
     */
    public Envelope envelope(StoredEvent event) {
        Envelope envelope = event.envelope();
        return envelope.stream().category().equals(StreamId.CONVERSATION)
                ? envelope.with(write(event).orElse(null))
                : envelope;
    }

    /** The sealed row in base64; empty for an event that was not read from the log. */
    public Optional<String> write(StoredEvent event) {
        SealedRow row = event.row();
        return row == null
                ? Optional.empty()
                : Optional.of(
                        Base64.getEncoder().encodeToString(seal.write(row.identity(), row.payload(), row.content())));
    }

    /**
     * Decrypts sealed rows, reading all keys at once. Content whose key was destroyed is null, as in the log.
     *
     * @return for each copy, in order, its row; empty if it was forged or altered, or belongs to another log
     */
    public List<Optional<Opened>> open(List<byte[]> copies) {
        List<Optional<SealedRow>> rows = copies.stream()
                .map(copy -> seal.read(copy)
                        .map(read -> new SealedRow(read.identity(), read.payload(), NO_METADATA, read.content())))
                .toList();
        RowDecryptor.Keys keys =
                contents.keysOf(rows.stream().flatMap(Optional::stream).toList());
        List<Optional<Opened>> opened = new ArrayList<>(rows.size());
        rows.forEach(row -> opened.add(row.flatMap(whole -> opened(whole, keys))));
        return opened;
    }

    private Optional<Opened> opened(SealedRow row, RowDecryptor.Keys keys) {
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
