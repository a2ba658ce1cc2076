package chat.parley.log.content;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key. */
final class HmacSha256 {

    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** Cloned for each use: a clone costs far less than looking up the algorithm and preparing the key. */
    private final Mac prepared;

    HmacSha256(byte[] key) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    byte[] of(byte[] bytes) {
        try {
            return ((Mac) prepared.clone()).doFinal(bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be copied", e);
        }
    }
}
