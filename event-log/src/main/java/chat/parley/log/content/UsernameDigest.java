package chat.parley.log.content;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognizes a username that was given away once without holding it: HMAC-SHA-256 under a key of the log's own, without which
 * the few possible names could simply be tried.
 */
public final class UsernameDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final DataKeys keys;

    public UsernameDigest(DataKeys keys) {
        this.keys = keys;
    }

    /** 32 bytes, the same for the same name as long as the log exists. */
    public byte[] of(String username) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.ofTheLog().getEncoded(), ALGORITHM));
            return mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
