package chat.parley.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A sealed row taken apart by somebody who knows its form and has none of the log's keys. */
record Forgery(byte[] identity, byte[] payload, byte[] content, byte[] seal) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEAL_LENGTH = 32;

    static Forgery of(byte[] row) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row))) {
            in.readByte();
            return new Forgery(
                    in.readNBytes(in.readInt()),
                    in.readNBytes(in.readInt()),
                    in.readNBytes(in.readInt()),
                    in.readNBytes(SEAL_LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another text under a key of one's own. */
    Forgery withText(String text) {
        return new Forgery(
                identity, payload, encrypted(("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8)), seal);
    }

    Forgery withPayload(UnaryOperator<String> change) {
        String changed = change.apply(new String(payload, StandardCharsets.UTF_8));
        return new Forgery(identity, changed.getBytes(StandardCharsets.UTF_8), content, seal);
    }

    /** With a seal under a key of one's own. */
    byte[] sealed() {
        byte[] bytes = bytes();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(random(SEAL_LENGTH), "HmacSHA256"));
            byte[] own = mac.doFinal(Arrays.copyOf(bytes, bytes.length - SEAL_LENGTH));
            System.arraycopy(own, 0, bytes, bytes.length - SEAL_LENGTH, SEAL_LENGTH);
            return bytes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the seal it had. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(1);
            for (byte[] field : new byte[][] {identity, payload, content}) {
                out.writeInt(field.length);
                out.write(field);
            }
            out.write(seal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] encrypted(byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] nonce = random(12);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(random(32), "AES"), new GCMParameterSpec(128, nonce));
            byte[] sealed = cipher.doFinal(text);
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
