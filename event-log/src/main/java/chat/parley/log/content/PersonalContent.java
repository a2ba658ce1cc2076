package chat.parley.log.content;

import chat.parley.events.UserId;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Puts what people wrote under their own keys, and takes it out again. */
public final class PersonalContent {

    private final DataKeys keys;
    private final AesGcm cipher;

    public PersonalContent(DataKeys keys, SecureRandom random) {
        this.keys = keys;
        this.cipher = new AesGcm(random);
    }

    /**
     * What the row is to hold instead of the content.
     *
     * @throws chat.parley.refusals.Refused the owner was erased
     */
    public byte[] seal(UserId owner, RowIdentity row, byte[] content) {
        return cipher.seal(keys.toWriteUnder(owner.value()), content, row.bytes());
    }

    /** The keys of several rows at once, for {@link #open}. */
    public Map<UUID, DataKey> keysOf(Collection<UUID> owners) {
        return keys.of(owners);
    }

    /**
     * The content; null where its owner's key was destroyed.
     *
     * @throws ContentUnreadable the log or its keys are not whole
     */
    public byte @Nullable [] open(@Nullable DataKey key, RowIdentity row, long position, byte[] sealed) {
        return switch (key) {
            case DataKey.Usable(SecretKey usable) -> opened(usable, row, position, sealed);
            case DataKey.Destroyed _ -> null;
            case DataKey.Locked(ContentUnreadable.Kind kind) -> throw unreadable(position, kind);
            case null -> throw unreadable(position, ContentUnreadable.Kind.KEY_MISSING);
        };
    }

    private byte[] opened(SecretKey key, RowIdentity row, long position, byte[] sealed) {
        try {
            return cipher.open(key, sealed, row.bytes());
        } catch (SealBroken _) {
            throw unreadable(position, ContentUnreadable.Kind.NOT_ITS_OWN);
        }
    }

    private static ContentUnreadable unreadable(long position, ContentUnreadable.Kind kind) {
        return new ContentUnreadable("The content at position " + position, kind);
    }
}
