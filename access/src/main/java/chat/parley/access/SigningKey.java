package chat.parley.access;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A private key, and the id under which others know its public key. */
record SigningKey(String id, PrivateKey key) {

    private static final byte[] PROBE = "parley".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /**
     * @param property that holds the key, for whoever reads the refusal
     * @param secret base64 of the key's PKCS#8 encoding
     * @param known the public keys of the deployment; one of them has to be this key's
     * @throws SecretUnusable if nobody would accept what this key signs
     */
    static SigningKey of(String property, @Nullable String secret, Map<String, PublicKey> known) {
        if (secret == null || secret.isBlank()) {
            throw new SecretUnusable(property + " is not set.");
        }
        PrivateKey key = decoded(property, secret);
        return known.entrySet().stream()
                .filter(candidate -> belongTogether(key, candidate.getValue()))
                .findFirst()
                .map(own -> new SigningKey(own.getKey(), key))
                .orElseThrow(() -> new SecretUnusable("The public key of " + property + " is not in "
                        + property.replace("secret", "publickey") + "."));
    }

    private static PrivateKey decoded(String property, String secret) {
        try {
            return KeyFactory.getInstance(PublicKeys.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretUnusable(property + " is not the base64 of an Ed25519 private key.");
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey candidate) {
        try {
            Signature signature = Signature.getInstance(PublicKeys.ALGORITHM);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(candidate);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + PublicKeys.ALGORITHM, e);
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
