package chat.parley.log.content;

import java.nio.charset.StandardCharsets;

/**
 * Recognizes a username that was used before, without storing it: HMAC-SHA-256 under a key of the log's own. Without a key,
 * the few possible names could simply be tried.
 */
public final class UsernameDigest {

    private final DataKeys keys;

    public UsernameDigest(DataKeys keys) {
        this.keys = keys;
    }

    /** 32 bytes, the same for the same name as long as the log exists. */
    public byte[] of(String username) {
        return new HmacSha256(keys.ofTheLog().getEncoded()).of(username.getBytes(StandardCharsets.UTF_8));
    }
}
