package chat.parley.log.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serializes a row for copies outside the log, with an HMAC-SHA-256 over all of it under a key of the log's own. A row
 * without readable content has no other proof that it came from the log.
 */
public final class RowSeal {

    private static final byte FORM = 1;

    /** Not a valid username, so it never collides with what {@link UsernameDigest} computes under the same key. */
    private static final String PURPOSE = "parley.sealed-row";

    /** A row whose HMAC was verified. */
    public record Row(RowIdentity identity, byte[] payload, byte @Nullable [] content) {}

    private final DataKeys keys;
    private volatile @Nullable HmacSha256 known;

    public RowSeal(DataKeys keys) {
        this.keys = keys;
    }

    /** Created on first use: before the first event, a service that only reads finds no key and may not create one. */
    private HmacSha256 hmac() {
        HmacSha256 hmac = known;
        if (hmac == null) {
            HmacSha256 ofTheLog = new HmacSha256(keys.ofTheLog().getEncoded());
            hmac = new HmacSha256(ofTheLog.of(PURPOSE.getBytes(StandardCharsets.UTF_8)));
            known = hmac;
        }
        return hmac;
    }

    /** One byte for the format, then identity, payload and content, each with its length (-1 for none), then the HMAC. */
    public byte[] write(RowIdentity identity, byte[] payload, byte @Nullable [] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            field(out, identity.bytes());
            field(out, payload);
            field(out, content);
            out.write(hmac().of(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Empty if it was not written by this log, or was altered. */
    public Optional<Row> read(byte[] sealed) {
        int length = sealed.length - HmacSha256.LENGTH;
        if (length < 1 || sealed[0] != FORM) {
            return Optional.empty();
        }
        byte[] expected = hmac().of(Arrays.copyOf(sealed, length));
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(sealed, length, sealed.length))) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(sealed, 1, length - 1))) {
            RowIdentity identity = RowIdentity.read(required(in));
            return Optional.of(new Row(identity, required(in), field(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("what the log sealed has all its fields", e);
        }
    }

    private static byte[] required(DataInputStream in) throws IOException {
        byte[] field = field(in);
        if (field == null) {
            throw new IOException("a field is missing");
        }
        return field;
    }

    private static byte @Nullable [] field(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }

    private static void field(DataOutputStream out, byte @Nullable [] field) throws IOException {
        out.writeInt(field == null ? -1 : field.length);
        if (field != null) {
            out.write(field);
        }
    }
}
