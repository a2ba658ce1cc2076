package chat.parley.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secrets that tokens are signed with. All services of a deployment share both, and do not start without them.
 *
 * @param access base64url, 32 bytes or more
 * @param service likewise, and different
 */
@ConfigurationProperties("parley.secret")
public record TokenSecrets(
        @Nullable String access, @Nullable String service) {

    private static final int FEWEST_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    public TokenSecrets {
        byte[] first = decoded("access", access);
        byte[] second = decoded("service", service);
        if (Arrays.equals(first, second)) {
            throw new SecretUnusable("parley.secret.access and parley.secret.service are the same.");
        }
    }

    SecretKey accessKey() {
        return key("access", access);
    }

    SecretKey serviceKey() {
        return key("service", service);
    }

    /** Derived from the access secret: neither key can replace the other, and no third secret is needed. */
    SecretKey clientKey() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(accessKey());
            return new SecretKeySpec(mac.doFinal("client tokens".getBytes(StandardCharsets.US_ASCII)), ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "TokenSecrets[hidden]";
    }

    private static SecretKey key(String name, @Nullable String secret) {
        return new SecretKeySpec(decoded(name, secret), ALGORITHM);
    }

    private static byte[] decoded(String name, @Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            throw new SecretUnusable("parley.secret." + name + " is not set.");
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(secret);
            if (bytes.length >= FEWEST_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new SecretUnusable("parley.secret." + name + " is not base64url.");
        }
        throw new SecretUnusable("parley.secret." + name + " is shorter than " + FEWEST_BYTES + " bytes.");
    }
}
