package chat.parley.log.content;

import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.LogId;
import chat.parley.events.Owner;
import chat.parley.events.StreamId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that identifies a row of the log except its content: the associated data the content is encrypted with, so that
 * it opens only in its own unaltered row. Position and time are missing because they are assigned on insert; log, stream and
 * sequence identify the row as well.
 *
 * @param command the id of the command that is recorded with the event, or null
 * @param owner whom the content belongs to; null if the event never had any
 * @param payloadDigest SHA-256 of the payload as stored
 * @param metadataDigest SHA-256 of the metadata as stored
 */
public record RowIdentity(
        LogId log,
        StreamId stream,
        long sequence,
        EventId event,
        @Nullable String command,
        @Nullable Owner owner,
        EventName name,
        byte[] payloadDigest,
        byte[] metadataDigest) {

    /** The version of the format of {@link #bytes}. */
    private static final byte FORM = 2;

    /**
     * One byte for the format, then each field in the order above, preceded by its length in four bytes; integers are
     * big-endian. An absent command or owner has the length -1.
     */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            write(out, log.value());
            write(out, text(stream.value()));
            out.writeInt(Long.BYTES);
            out.writeLong(sequence);
            write(out, event.value());
            write(out, command == null ? null : text(command));
            writeOwner(out);
            write(out, text(name.type()));
            out.writeInt(Integer.BYTES);
            out.writeInt(name.revision());
            write(out, payloadDigest);
            write(out, metadataDigest);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    /** One byte for the kind, then the id. */
    private void writeOwner(DataOutputStream out) throws IOException {
        if (owner == null) {
            write(out, (byte[]) null);
            return;
        }
        out.writeInt(1 + 2 * Long.BYTES);
        out.writeByte(owner.code());
        out.writeLong(owner.id().getMostSignificantBits());
        out.writeLong(owner.id().getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, byte @Nullable [] field) throws IOException {
        if (field == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(field.length);
        out.write(field);
    }

    /** Parses what {@link #bytes} wrote. */
    static RowIdentity read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new IOException("not the form of a row's identity that is known here");
            }
            LogId log = new LogId(id(in));
            StreamId stream = new StreamId(requiredText(in));
            in.readInt();
            long sequence = in.readLong();
            EventId event = new EventId(id(in));
            String command = text(in);
            Owner owner = in.readInt() < 0 ? null : Owner.of(in.readByte(), new UUID(in.readLong(), in.readLong()));
            String type = requiredText(in);
            in.readInt();
            EventName name = new EventName(type, in.readInt());
            return new RowIdentity(
                    log,
                    stream,
                    sequence,
                    event,
                    command,
                    owner,
                    name,
                    in.readNBytes(in.readInt()),
                    in.readNBytes(in.readInt()));
        }
    }

    private static UUID id(DataInputStream in) throws IOException {
        in.readInt();
        return new UUID(in.readLong(), in.readLong());
    }

    private static String requiredText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowIdentity row && Arrays.equals(bytes(), row.bytes());
    }

    @Override
    public int hashCode() {
        return Objects.hash(stream, sequence);
    }
}
