package chat.parley.log.content;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A master key derived from a configured secret. Key and id are derived by HKDF (RFC 5869) under different names, so that
 * the id in the database reveals nothing about the key.
 */
final class ConfiguredMasterKey implements MasterKey {

    static final int FEWEST_BYTES = 32;

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final String REMEDY = """
            Give every service that reads the log the same PARLEY_SECRET_MASTER, base64url of at least 32 random bytes, \
            e.g. from: openssl rand -base64 32 | tr '+/' '-_'; or the key of a key service, PARLEY_KMS_KEYID. \
            What people wrote can be read only with the key it was written with.""";

    private final SecretKey key;
    private final String id;
    private final AesGcm cipher;

    private ConfiguredMasterKey(SecretKey key, String id, SecureRandom random) {
        this.key = key;
        this.id = id;
        this.cipher = new AesGcm(random);
    }

    /** @param property the setting that holds the secret, for the error message */
    static ConfiguredMasterKey of(String property, String secret, SecureRandom random) {
        byte[] bytes = decoded(property, secret);
        return new ConfiguredMasterKey(
                new SecretKeySpec(derived(bytes, "parley master key", KEY_BYTES), "AES"),
                HexFormat.of().formatHex(derived(bytes, "parley master key id", ID_BYTES)),
                random);
    }

    static LogUnusable unusable(String problem) {
        return new LogUnusable(problem, REMEDY);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] dataKey, KeyContext context) {
        return cipher.seal(key, dataKey, context.bytes());
    }

    @Override
    public byte[] unwrap(byte[] wrapped, KeyContext context) throws UnwrapRefused {
        try {
            return cipher.open(key, wrapped, context.bytes());
        } catch (SealBroken e) {
            throw new UnwrapRefused(e);
        }
    }

    private static byte[] decoded(String property, String secret) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(secret);
            if (bytes.length >= FEWEST_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            throw unusable(property + " is not base64url.");
        }
        throw unusable(property + " is shorter than " + FEWEST_BYTES + " bytes.");
    }

    private static byte[] derived(byte[] secret, String name, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(name.getBytes(StandardCharsets.US_ASCII), length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of this release has HKDF", e);
        }
    }
}
