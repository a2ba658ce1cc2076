package chat.parley.log.content;

/** Encrypts data keys, never content itself. */
public interface MasterKey {

    /** Identifies the key beside what it wrapped, without revealing it. */
    String id();

    /** @throws MasterKeyUnavailable the key service does not answer or refuses */
    byte[] wrap(byte[] dataKey, KeyContext context);

    /**
     * @throws UnwrapRefused the bytes were not wrapped by this key in this context, or were altered
     * @throws MasterKeyUnavailable as for {@link #wrap}
     */
    byte[] unwrap(byte[] wrapped, KeyContext context) throws UnwrapRefused;
}
