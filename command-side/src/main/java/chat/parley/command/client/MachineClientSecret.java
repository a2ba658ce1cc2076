package chat.parley.command.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A machine client's secret. Only its hash is stored; a fast hash is enough for 256 random bits. */
public record MachineClientSecret(String value) {

    private static final int BYTES = 32;

    static MachineClientSecret fresh(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new MachineClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean hashesTo(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "MachineClientSecret[hidden]";
    }
}
