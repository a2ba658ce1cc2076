package chat.parley.log.content;

import chat.parley.events.Owner;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts content with its owner's key. */
public final class PersonalContent {

    private final DataKeys keys;
    private final AesGcm cipher;

    public PersonalContent(DataKeys keys, SecureRandom random) {
        this.keys = keys;
        this.cipher = new AesGcm(random);
    }

    /**
     * Encrypts content for a row.
     *
     * @throws chat.parley.refusals.Refused the owner was erased
     */
    public byte[] seal(Owner owner, RowIdentity row, byte[] content) {
        return cipher.seal(keys.toWriteUnder(owner.id()), content, row.bytes());
    }

    /** The keys of several owners at once, for {@link #open}. */
    public Map<UUID, DataKey> keysOf(Collection<UUID> owners) {
        return keys.of(owners);
    }

    /**
     * Decrypts content; null if its owner's key was destroyed.
     *
     * @throws ContentUnreadable the row or its keys are damaged
     */
    public byte @Nullable [] open(@Nullable DataKey key, RowIdentity row, byte[] sealed) throws ContentUnreadable {
        return switch (key) {
            case DataKey.Usable(SecretKey usable) -> opened(usable, row, sealed);
            case DataKey.Destroyed _ -> null;
            case DataKey.Locked(ContentUnreadable.Kind kind) -> throw new ContentUnreadable(kind);
            case null -> throw new ContentUnreadable(ContentUnreadable.Kind.KEY_MISSING);
        };
    }

    private byte[] opened(SecretKey key, RowIdentity row, byte[] sealed) throws ContentUnreadable {
        try {
            return cipher.open(key, sealed, row.bytes());
        } catch (SealBroken _) {
            throw new ContentUnreadable(ContentUnreadable.Kind.NOT_ITS_OWN);
        }
    }
}
