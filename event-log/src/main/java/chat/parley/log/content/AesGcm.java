package chat.parley.log.content;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM. The format: one byte for the format, a nonce of 96 random bits, the ciphertext with its tag of 128 bits.
 * Random nonces are safe for 2³² texts under one key (NIST SP 800-38D), far more than one person writes.
 */
final class AesGcm {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int BEFORE_TEXT = 1 + NONCE;
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final Provider PROVIDER = provider();

    private final SecureRandom random;

    AesGcm(SecureRandom random) {
        this.random = random;
    }

    /** @param identity the associated data; the same is needed to open the result */
    byte[] seal(SecretKey key, byte[] plain, byte[] identity) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = new byte[BEFORE_TEXT + plain.length + TAG];
        sealed[0] = FORMAT;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, identity);
            cipher.doFinal(plain, 0, plain.length, sealed, BEFORE_TEXT);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work here", e);
        }
    }

    /** @throws SealBroken it was not sealed with this key and identity, or it was altered */
    byte[] open(SecretKey key, byte[] sealed, byte[] identity) throws SealBroken {
        if (sealed.length < BEFORE_TEXT + TAG || sealed[0] != FORMAT) {
            throw new SealBroken("it is in no known format");
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, BEFORE_TEXT);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, identity);
            return cipher.doFinal(sealed, BEFORE_TEXT, sealed.length - BEFORE_TEXT);
        } catch (GeneralSecurityException _) {
            throw new SealBroken("it was altered, belongs elsewhere, or is under another key");
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] identity)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(identity);
        return cipher;
    }

    /** Looked up once: searching all providers costs more than sealing a short text. */
    private static Provider provider() {
        try {
            return Cipher.getInstance(ALGORITHM).getProvider();
        } catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
