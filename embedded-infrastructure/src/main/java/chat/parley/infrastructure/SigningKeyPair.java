package chat.parley.infrastructure;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * An Ed25519 key pair as services are configured with it.
 *
 * @param privateKey base64 of the PKCS#8 encoding
 * @param publicKey base64 of the X.509 encoding
 */
public record SigningKeyPair(String privateKey, String publicKey) {

    public static SigningKeyPair fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new SigningKeyPair(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "SigningKeyPair[" + publicKey + "]";
    }
}
