package chat.parley.log.content;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** A master key that never leaves the key service that holds it. */
final class KmsMasterKey implements MasterKey {

    private final KmsClient kms;
    private final String keyId;

    KmsMasterKey(KmsClient kms, String keyId) {
        this.kms = kms;
        this.keyId = keyId;
    }

    @Override
    public String id() {
        return "kms:" + keyId;
    }

    @Override
    public byte[] wrap(byte[] dataKey, KeyContext context) {
        try {
            return kms.encrypt(request -> request.keyId(keyId)
                            .plaintext(SdkBytes.fromByteArray(dataKey))
                            .encryptionContext(context.names()))
                    .ciphertextBlob()
                    .asByteArray();
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, KeyContext context) throws UnwrapRefused {
        try {
            return kms.decrypt(request -> request.keyId(keyId)
                            .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                            .encryptionContext(context.names()))
                    .plaintext()
                    .asByteArray();
        } catch (InvalidCiphertextException | IncorrectKeyException e) {
            throw new UnwrapRefused(e);
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    private MasterKeyUnavailable unavailable(SdkException e) {
        return new MasterKeyUnavailable("the key service does not serve the key " + keyId + ": " + e.getMessage(), e);
    }
}
