package chat.parley.log.row;

import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * SHA-256(salt ‖ content), kept in the payload: it says what the content was to whoever is shown it, and nothing to
 * others, because a short text cannot be guessed through a salt of 128 bits.
 */
final class ContentCommitment {

    private static final int SALT_LENGTH = 16;

    private final RandomGenerator random;

    ContentCommitment(RandomGenerator random) {
        this.random = random;
    }

    /** What the row stores: a fresh salt, then the content. */
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
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.of(salted));
    }
}
