package chat.parley.log.row;

import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * SHA-256(salt ‖ content), kept in the payload. It proves what the content was to whoever is shown the content. Without it,
 * the 128-bit salt keeps even a short text from being guessed.
 */
final class ContentCommitment {

    private static final int SALT_LENGTH = 16;

    private final RandomGenerator random;

    ContentCommitment(RandomGenerator random) {
        this.random = random;
    }

    /** What the row stores: a fresh salt, followed by the content. */
    byte[] salt(byte[] content) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        byte[] salted = Arrays.copyOf(salt, SALT_LENGTH + content.length);
        System.arraycopy(content, 0, salted, SALT_LENGTH, content.length);
        return salted;
    }

    static byte[] withoutSalt(byte[] salted) {
        return Arrays.copyOfRange(salted, SALT_LENGTH, salted.length);
    }

    /** base64url without padding. */
    static String to(byte[] salted) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(salted));
    }
}
